/** The furniture of the platform: typed components rendered to HTML. No database, no HTTP. */
export type { Attributes, Content, Maybe, Part } from './content.ts';
export { Speak, useLanguage } from './language.tsx';

export { Accordion, type AccordionSection } from './components/accordion.tsx';
export { BackLink } from './components/back-link.tsx';
export { Breadcrumbs, type Crumb } from './components/breadcrumbs.tsx';
export { Button, ButtonGroup } from './components/button.tsx';
export { CharacterCount } from './components/character-count.tsx';
export { Checkboxes } from './components/checkboxes.tsx';
export { CookieBanner, type CookieMessage } from './components/cookie-banner.tsx';
export { DateInput } from './components/date-input.tsx';
export { Details } from './components/details.tsx';
export { ErrorMessage } from './components/error-message.tsx';
export { ErrorSummary, type SummarisedError } from './components/error-summary.tsx';
export { ExitThisPage } from './components/exit-this-page.tsx';
export { Feedback } from './components/feedback.tsx';
export { Fieldset } from './components/fieldset.tsx';
export { evidenceFiles, evidenceHint, FileUpload } from './components/file-upload.tsx';
export { Footer, type FooterLink, type FooterSection } from './components/footer.tsx';
export { GenericHeader } from './components/generic-header.tsx';
export { Header } from './components/header.tsx';
export { Hint } from './components/hint.tsx';
export { Input } from './components/input.tsx';
export { InsetText } from './components/inset-text.tsx';
export { Label } from './components/label.tsx';
export { LanguageNavigation } from './components/language-navigation.tsx';
export { NotificationBanner } from './components/notification-banner.tsx';
export { Pagination, type PageLink } from './components/pagination.tsx';
export { Panel } from './components/panel.tsx';
export { PasswordInput } from './components/password-input.tsx';
export { PhaseBanner } from './components/phase-banner.tsx';
export { Radios } from './components/radios.tsx';
export { Select } from './components/select.tsx';
export { ServiceNavigation, type ServiceLink } from './components/service-navigation.tsx';
export { SkipLink } from './components/skip-link.tsx';
export { SummaryList, type SummaryRow } from './components/summary-list.tsx';
export { Table, type Cell } from './components/table.tsx';
export { Tabs } from './components/tabs.tsx';
export { Tag, type TagColour } from './components/tag.tsx';
export { TaskList, type Task } from './components/task-list.tsx';
export { Textarea } from './components/textarea.tsx';
export { WarningText } from './components/warning-text.tsx';

export { Alert } from './casework/alert.tsx';
export { Badge } from './casework/badge.tsx';
export { Banner } from './casework/banner.tsx';
export { ButtonMenu } from './casework/button-menu.tsx';
export { DatePicker } from './casework/date-picker.tsx';
export { Filter, FilterBar, FilterLayout, type ChosenFilters } from './casework/filter.tsx';
export { IdentityBar } from './casework/identity-bar.tsx';
export { Messages, type Message } from './casework/messages.tsx';
export { MultiFileUpload, type FileState, type SentFile } from './casework/multi-file-upload.tsx';
export {
  PrimaryNavigation,
  SideNavigation,
  SubNavigation,
  type NavigationLink,
  type NavigationSection,
} from './casework/navigation.tsx';
export { NotificationBadge } from './casework/notification-badge.tsx';
export { PageHeaderActions } from './casework/page-header-actions.tsx';
export { ResultsPagination } from './casework/results-pagination.tsx';
export { Search } from './casework/search.tsx';
export { TicketPanel, type Ticket } from './casework/ticket-panel.tsx';
export { Timeline, type TimelineEvent } from './casework/timeline.tsx';

export { Hero, LinkGrid, LinkRow, TwoColumns } from './pieces/arrangement.tsx';
export { DataTable, type Column, type Order } from './pieces/data-table.tsx';
export { DueLabel, type DueState } from './pieces/due-label.tsx';
export { EmptyState } from './pieces/empty-state.tsx';
export { WideTable } from './pieces/wide-table.tsx';
export { Facts, type Fact } from './pieces/facts.tsx';
export { Keys } from './pieces/keys.tsx';
export { KeysetPager } from './pieces/keyset-pager.tsx';
export { Progress } from './pieces/progress.tsx';

export { BarChart, type Bar } from './figures/bar-chart.tsx';
export { LineChart, type Series } from './figures/line-chart.tsx';
export { PlaceMap, type Place } from './figures/map.tsx';
export { ShareChart, type Share } from './figures/share-chart.tsx';
export { Sparkline } from './figures/sparkline.tsx';

export { Emblem } from './layout/emblem.tsx';
export { ErrorPage, errorTitle, type ErrorStatus } from './layout/error-page.tsx';
export type { Doors, FooterGroup, Frame, NavigationItem, PageAssets } from './layout/frame.ts';
export { withQuery } from './layout/frame.ts';
export { MAIN_ID, renderPage } from './layout/page.tsx';
export { buildAssets, pageAssets, type AssetManifest, type Islands } from './theme/assets.ts';
export { Gallery, galleryTitle } from './gallery.tsx';

import { Button, ButtonGroup } from '../components/button.tsx';
import { CharacterCount } from '../components/character-count.tsx';
import { Checkboxes } from '../components/checkboxes.tsx';
import { DateInput } from '../components/date-input.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { evidenceFiles, evidenceHint, FileUpload } from '../components/file-upload.tsx';
import { Hint } from '../components/hint.tsx';
import { Input } from '../components/input.tsx';
import { Label } from '../components/label.tsx';
import { PasswordInput } from '../components/password-input.tsx';
import { Radios } from '../components/radios.tsx';
import { Select } from '../components/select.tsx';
import { Textarea } from '../components/textarea.tsx';
import { say, type Sample } from './sample.ts';

const t = {
  send: say('Nộp hồ sơ', 'Submit'),
  start: say('Bắt đầu', 'Start now'),
  save: say('Lưu nháp', 'Save draft'),
  remove: say('Huỷ hồ sơ', 'Withdraw'),
  name: say('Họ và tên', 'Full name'),
  asOnCard: say('Viết như trên thẻ căn cước', 'As on your identity card'),
  enterName: say('Nhập họ và tên', 'Enter your full name'),
  amount: say('Số tiền', 'Amount'),
  phone: say('Số điện thoại', 'Phone number'),
  pick: say('Bạn nhận kết quả bằng cách nào?', 'How do you want to receive the result?'),
  vault: say('Kho giấy tờ của tôi', 'My vault'),
  post: say('Bưu điện', 'By post'),
  counter: say('Tại Bộ phận Một cửa', 'At the one-stop counter'),
  or: say('hoặc', 'or'),
  address: say('Địa chỉ nhận', 'Delivery address'),
  chooseOne: say('Chọn một cách nhận kết quả', 'Choose how to receive the result'),
  papers: say('Bạn gửi kèm những giấy tờ nào?', 'Which documents do you attach?'),
  certificate: say('Giấy chứng sinh', 'Birth notification'),
  marriage: say('Giấy chứng nhận kết hôn', 'Marriage certificate'),
  none: say('Không có giấy tờ nào', 'None of these'),
  free: say(
    'Không phải nộp nếu sinh tại cơ sở y tế đã kết nối',
    'Not needed if born at a connected hospital',
  ),
  reason: say('Lý do', 'Reason'),
  birthday: say('Ngày sinh của con', "The child's date of birth"),
  example: say('Ví dụ 27 3 2026', 'For example, 27 3 2026'),
  future: say('Ngày sinh phải ở quá khứ', 'The date of birth must be in the past'),
  commune: say('Xã, phường', 'Commune'),
  file: say('Giấy chứng sinh', 'Birth notification'),
  tooBig: say('Tệp lớn hơn 20 MB', 'The file is larger than 20 MB'),
  password: say('Mật khẩu', 'Password'),
  home: say('Nơi cư trú', 'Residence'),
};

const communes = ['Phường An Mẫu', 'Phường Bình Thử', 'Xã Đồng Ví Dụ'];

/** Fields and what belongs to them. */
export const fieldSamples: readonly Sample[] = [
  {
    name: 'Button',
    Show: ({ lang }) => (
      <>
        <Button start href="#">
          {t.start[lang]}
        </Button>
        <ButtonGroup>
          <Button preventDoubleClick>{t.send[lang]}</Button>
          <Button kind="secondary">{t.save[lang]}</Button>
          <Button kind="warning">{t.remove[lang]}</Button>
          <Button disabled>{t.send[lang]}</Button>
        </ButtonGroup>
      </>
    ),
  },
  {
    name: 'ErrorSummary',
    Show: ({ lang }) => (
      <ErrorSummary
        disableAutoFocus
        errors={[
          { text: t.enterName[lang], href: '#ui-name-error' },
          { text: t.chooseOne[lang], href: '#ui-way-error' },
        ]}
      />
    ),
  },
  {
    name: 'Input',
    Show: ({ lang }) => (
      <>
        <Input name="ui-name" label={t.name[lang]} hint={t.asOnCard[lang]} autocomplete="name" />
        <Input name="ui-name-error" label={t.name[lang]} error={t.enterName[lang]} value="" />
        <Input
          name="ui-amount"
          label={t.amount[lang]}
          suffix="đồng"
          inputmode="numeric"
          width={10}
          value="1.250.000"
        />
        <Input name="ui-phone" label={t.phone[lang]} prefix="+84" type="tel" width={20} />
        <Input name="ui-off" label={t.name[lang]} value="Nguyễn Văn Thí Dụ" disabled />
      </>
    ),
  },
  {
    name: 'Radios',
    Show: ({ lang }) => (
      <>
        <Radios
          name="ui-way"
          legend={{ text: t.pick[lang], size: 'm' }}
          value="post"
          items={[
            { value: 'vault', text: t.vault[lang] },
            {
              value: 'post',
              text: t.post[lang],
              reveals: <Input name="ui-address" label={t.address[lang]} />,
            },
            { divider: t.or[lang] },
            { value: 'counter', text: t.counter[lang], disabled: true },
          ]}
        />
        <Radios
          name="ui-way-error"
          legend={t.pick[lang]}
          inline
          small
          error={t.chooseOne[lang]}
          items={[
            { value: 'vault', text: t.vault[lang] },
            { value: 'post', text: t.post[lang] },
          ]}
        />
      </>
    ),
  },
  {
    name: 'Checkboxes',
    Show: ({ lang }) => (
      <Checkboxes
        name="ui-papers"
        legend={t.papers[lang]}
        values={['marriage']}
        items={[
          { value: 'certificate', text: t.certificate[lang], hint: t.free[lang] },
          { value: 'marriage', text: t.marriage[lang] },
          { divider: t.or[lang] },
          { value: 'none', text: t.none[lang], exclusive: true },
        ]}
      />
    ),
  },
  {
    name: 'Textarea',
    Show: ({ lang }) => (
      <Textarea
        name="ui-reason"
        label={t.reason[lang]}
        rows={3}
        value="Tôi cần bản sao để nộp nơi làm việc."
      />
    ),
  },
  {
    name: 'CharacterCount',
    Show: ({ lang }) => <CharacterCount name="ui-count" label={t.reason[lang]} maxLength={200} rows={3} />,
  },
  {
    name: 'DateInput',
    Show: ({ lang }) => (
      <>
        <DateInput
          id="ui-birthday"
          namePrefix="ui-birthday"
          legend={t.birthday[lang]}
          hint={t.example[lang]}
        />
        <DateInput
          id="ui-birthday-error"
          namePrefix="ui-birthday-error"
          legend={t.birthday[lang]}
          error={t.future[lang]}
          values={{ day: 27, month: 3, year: 2062 }}
          parts={[{ name: 'day' }, { name: 'month' }, { name: 'year', error: true }]}
        />
      </>
    ),
  },
  {
    name: 'Select',
    Show: ({ lang }) => (
      <Select
        name="ui-commune"
        label={t.commune[lang]}
        value={communes[1]}
        items={communes.map((text) => ({ text }))}
      />
    ),
  },
  {
    name: 'FileUpload',
    Show: ({ lang }) => (
      <>
        <FileUpload
          name="ui-file"
          label={t.file[lang]}
          hint={evidenceHint[lang]}
          accept={evidenceFiles}
          dropZone
        />
        <FileUpload name="ui-file-error" label={t.file[lang]} error={t.tooBig[lang]} />
      </>
    ),
  },
  {
    name: 'PasswordInput',
    Show: ({ lang }) => <PasswordInput name="ui-password" label={t.password[lang]} />,
  },
  {
    name: 'Fieldset, Label, Hint, ErrorMessage',
    Show: ({ lang }) => (
      <Fieldset legend={{ text: t.home[lang], size: 'm' }}>
        <Label for="ui-place" size="s">
          {t.commune[lang]}
        </Label>
        <Hint>{t.asOnCard[lang]}</Hint>
        <ErrorMessage>{t.enterName[lang]}</ErrorMessage>
        <input class="govuk-input" id="ui-place" name="ui-place" />
      </Fieldset>
    ),
  },
];

/**
 * What the sample forms ask of registries instead of the person, and what must be found before a result can be drafted. One line
 * of meaning each, so that the registries and the officers' steps can answer exactly these. A test keeps the lists complete.
 */

/** `registry.path` → what it holds, in the form in which the field keeps it; of the person who is signed in unless it says otherwise. */
export const sources: Readonly<Record<string, string>> = {
  'account.name': 'full name',
  'account.number': '12-digit personal number',
  'account.born': 'date of birth, YYYY-MM-DD (or a year or month where no more is known)',
  'account.sex': '`male` or `female`',
  'account.ethnicity': 'name of the ethnic group, such as “Kinh” (not its code)',
  'account.nationality': 'name of the country, such as “Việt Nam” (not its code)',
  'account.residence': 'residence as an address: { place, commune, detail }',
  'account.phone': 'telephone number',
  'account.email': 'e-mail address',
  'account.asWoman':
    'the person as { name, birth, personalNumber, ethnicity, nationality, residence }, where a woman; else nothing',
  'account.asMan': 'the same, where a man; else nothing',
  'account.socialSecurityAccount': 'number of the bank account for social security payments, chosen on VNeID',
  'account.socialSecurityBank': 'name of the bank of that account',
  'account.post': 'post of the officer who is signed in, in words',
  'account.unit': 'unit and agency of that officer, in words',
  'population.hometown': 'home place (quê quán) in words',
  'population.householder': 'head of the household: { name, personalNumber }',
  'population.formerResidences': 'former residences with their times, one a line, in words',
  'population.children': 'number of children under 18 of whom the person is a parent',
  'population.poorHousehold': 'true where the household is on the list of poor households',
  'population.learner': 'the only child under 18 of the person: { name, birth, personalNumber }',
  'population.learnerDisability': 'degree of disability of that child: `extreme`, `severe` or `light`',
  'civil-status.maritalStatus': '`never`, `married`, `divorced` or `widowed`',
  'civil-status.endOfMarriage':
    'number, date and office of the judgment or death extract that ended the last marriage',
  'civil-status.entry.name': 'full name in the birth entry of the person',
  'civil-status.entry.place': 'office that registered the birth of the person, in words',
  'civil-status.entry.number': 'number and date of that entry, in words',
  'insurance.birthNotification.childName':
    'full name that the parents gave the child, from the latest notified birth that is not registered yet',
  'insurance.birthNotification.born': 'date of birth of that child, YYYY-MM-DD',
  'insurance.birthNotification.place': 'health facility with its address, in words',
  'insurance.birthNotification.sex': 'sex of that child as the certificate prints it: `Nam` or `Nữ`',
  'insurance.birthNotification.mother':
    'the mother: { name, birth, personalNumber, ethnicity, nationality, residence }',
  'insurance.birthNotification.father': 'the father likewise, where the notification names him',
  'insurance.pension': 'true where the person draws a monthly pension or benefit of social insurance',
  'business.organisation':
    'the organisation or household business that the person represents: { name, taxCode, address, representative }',
  'business.sellerKind': 'its kind: `household` or `company`',
  'business.foodSafetyRank': 'its food-safety rank of the last 12 months: `A`, `B`, `C` or `none`',
  'business.household.code': 'code of the household business of the person: the personal number of its owner',
  'business.household.firstRegistered': 'day of its first registration, YYYY-MM-DD',
  'business.household.name': 'its name',
  'business.household.premises': 'its premises as an address: { place, commune, detail }',
  'business.household.phone': 'its telephone number',
  'business.household.capital': 'its capital, whole đồng',
  'business.household.starts': 'day on which it began, YYYY-MM-DD',
  'business.household.workers': 'number of people who work there',
  'business.household.taxAddress': 'where tax notices go: `premises` or `residence`',
  'land.parcel':
    'the parcel in the name of the person, where there is exactly one: { sheet, parcel, area, place, certificate }',
  'land.managedArea': 'true where that parcel lies in an area with a regulation on architecture',
  'vault.maritalStatusValid':
    'true where the vault holds a certificate of marital status (KQ.G15.000038) that still holds',
};

/** `found.NAME` in the mapping of a result → what it is and who brings it. */
export const findings: Readonly<Record<string, string>> = {
  personalNumber: 'personal number of the child; the population database gives it',
  book: 'book and year of the register; the civil-status register or the certification register gives it',
  registerNumber: 'number in that register',
  residence: 'registered address of the child; the police of the commune',
  cardNumber: 'number of the health insurance card; the social insurance',
  householdCode: 'code of the household business; the tax office gives it',
  changeCount:
    'how many times the household business has changed its registration, this one included; the business register',
  fee: 'charge that was paid for the certification, whole đồng; the payments room',
  verified: 'what the verification of a complaint has shown; the officer who verified it',
  conclusion: 'whether the complaint is right, right in part or wrong; the officer who verified it',
  ruling: 'whether the decision complained about stays, is changed or cancelled; the officer proposes it',
  copyHash: 'SHA-256 of the scanned copy, 64 hexadecimal digits; the file of the component `original`',
  'entry.place': 'office that registered the event; the civil-status register',
  'entry.number': 'number and year of the entry; the civil-status register',
  'entry.date': 'day of the registration, YYYY-MM-DD; the civil-status register',
  'entryPerson.personalNumber':
    'personal number of the person in the entry; the civil-status register, like the next five',
  'entryPerson.born': 'date of birth, YYYY-MM-DD',
  'entryPerson.sex': '`Nam` or `Nữ`',
  'entryPerson.ethnicity': 'name of the ethnic group',
  'entryPerson.nationality': 'name of the country',
  'entryPerson.particulars': 'what else the extract of this event says, in words',
};

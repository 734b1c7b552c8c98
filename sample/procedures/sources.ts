/**
 * What the sample forms ask of registries instead of the person, and what must be found before a result can be drafted. One line
 * of meaning each, so that the registries and the officers' steps can answer exactly these. A test keeps the lists complete.
 */

/** `registry.path` → what it holds, in the form in which the field keeps it. All of the person who is signed in unless it says otherwise. */
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
  'insurance.birthNotification.childName':
    'full name that the parents gave the child, from the latest notification of a birth without registration',
  'insurance.birthNotification.born': 'date of birth of that child, YYYY-MM-DD',
  'insurance.birthNotification.place': 'health facility with its address, in words',
  'insurance.birthNotification.sex': 'sex of that child as the certificate prints it: `Nam` or `Nữ`',
  'insurance.birthNotification.mother':
    'the mother as a person: { name, birth, personalNumber, ethnicity, nationality, residence }',
  'insurance.birthNotification.father': 'the father as a person, where the notification names him',
  'population.hometown': 'home place (quê quán) in words',
  'land.parcel':
    'the parcel in the name of the person, where there is exactly one: { sheet, parcel, area, place, certificate }',
  'land.managedArea': 'true where that parcel lies in an area with a regulation on architecture',
};

/** `found.NAME` in the mapping of a result → what it is and who brings it. */
export const findings: Readonly<Record<string, string>> = {
  personalNumber: 'personal number of the child; the population database gives it',
  book: 'book and year of the register in which the event stands; the civil-status register gives it',
  householdCode: 'code of the household business; the tax office gives it',
};

/** Opens what an installation is connected to. A registry without an address is not connected: its questions are asked. */
import type { Wire } from '../../../ground/wire/index.ts';
import type { NumberOffice } from '../numbers/schema.ts';
import { businessRegister, type BusinessRegister } from './business.ts';
import { civilStatusDatabase, type CivilStatusDatabase } from './civil-status.ts';
import { civilStatusOffice } from './civil-status-office.ts';
import { householdDatabase, type HouseholdDatabase } from './household.ts';
import { insuranceDatabase, type InsuranceDatabase } from './insurance.ts';
import type { ServiceAccount } from './json-service.ts';
import { landDatabase, type LandDatabase } from './land.ts';
import { populationDatabase, type PopulationDatabase } from './population.ts';
import type { PopulationAccount } from './population-soap.ts';
import { populationAccount } from './simulator/population.ts';
import { SAMPLE_TOKEN, type RegistrySimulators } from './simulator/server.ts';
import { taxOffice } from './tax-office.ts';

/** Accounts of an installation at the registries. */
export type RegistryAccounts = {
  readonly population?: PopulationAccount;
  readonly 'civil-status'?: ServiceAccount;
  readonly business?: ServiceAccount;
  readonly insurance?: ServiceAccount;
  readonly household?: ServiceAccount;
  readonly land?: ServiceAccount;
  readonly tax?: ServiceAccount;
};

/** The ports that are connected. */
export type Ports = {
  readonly population: PopulationDatabase | null;
  readonly civilStatus: CivilStatusDatabase | null;
  readonly business: BusinessRegister | null;
  readonly insurance: InsuranceDatabase | null;
  readonly household: HouseholdDatabase | null;
  readonly land: LandDatabase | null;
  readonly offices: Readonly<Partial<Record<string, NumberOffice>>>;
};

/** Connects the ports. Nothing is sent. */
export function openPorts(wire: Wire, accounts: RegistryAccounts): Ports {
  const { population, 'civil-status': civilStatus, business, insurance, household, land, tax } = accounts;
  return {
    population: population ? populationDatabase(wire, population) : null,
    civilStatus: civilStatus ? civilStatusDatabase(wire, civilStatus) : null,
    business: business ? businessRegister(wire, business) : null,
    insurance: insurance ? insuranceDatabase(wire, insurance) : null,
    household: household ? householdDatabase(wire, household) : null,
    land: land ? landDatabase(wire, land) : null,
    offices: {
      ...(civilStatus && { 'civil-status': civilStatusOffice(wire, civilStatus) }),
      ...(tax && { tax: taxOffice(wire, tax) }),
    },
  };
}

/** The accounts of the sample installation at its simulators. */
export function sampleAccounts(addresses: RegistrySimulators['addresses']): RegistryAccounts {
  const at = (url: string): ServiceAccount => ({ url, token: SAMPLE_TOKEN });
  return {
    population: populationAccount(addresses.population),
    'civil-status': at(addresses['civil-status']),
    business: at(addresses.business),
    insurance: at(addresses.insurance),
    household: at(addresses.household),
    land: at(addresses.land),
    tax: at(addresses.tax),
  };
}

-- Procedures by which a decision of a dossier is complained about are few among thousands: found without reading the others.
create index complaint_procedures on catalogue.versions (tenant, code) where local->>'aboutDossier' is not null;

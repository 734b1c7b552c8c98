-- Open dossiers one after the other in order of id: dates reckoned anew after a change of calendar, hand-over when an agency ends.
create index open_by_id on dossiers.dossiers (tenant, id) where ended_at is null;

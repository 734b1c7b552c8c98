-- Counts of several things in one row: what the acts that count add is summed by name.
create function ground.plus(counts jsonb, more jsonb) returns jsonb language sql immutable parallel safe as $$
  select counts || (select coalesce(jsonb_object_agg(key, coalesce((counts->key)::int, 0) + value::int), '{}') from jsonb_each(more))
$$;
comment on function ground.plus is 'The numbers of two objects, summed by name';

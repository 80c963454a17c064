-- What was said beside a delivery: whom its credential spoke for and which month it was brought for. A verdict rests on both, so it
-- can be made again only where they are known. Empty text says that nothing was said; nothing at all, that it came before this column.
alter table submission add column said_senders text, add column said_period text;

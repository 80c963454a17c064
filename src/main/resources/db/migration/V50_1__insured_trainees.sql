-- On which days a registry of the insured has somebody: beside its answer, so that only days in post are asked about. No hardship is said then.
alter table match_answer add column insured datemultirange;
grant update (insured) on match_answer to ${app_role};
create index match_answer_insured on match_answer (purpose) where insured is not null;

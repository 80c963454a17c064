package org.jianxi.gateway.screening;

/** Checks of trainees, their placements and the units they are with, each as the tables behind its evidence. */
final class TraineeSql {

    private TraineeSql() {}

    /** People are counted, not records: one who is with two offices has two. */
    static final String SHARED_MOBILE = """
            shared as (
                select mobile from trainees where mobile is not null group by mobile having count(*) > :mostPeople),
            of_people as (
                select t.mobile from shared s
                join trainees t on t.mobile = s.mobile
                join fact_batch b on b.batch = t.batch
                join person_record p on p.submission = b.submission and p.number = t.number
                group by t.mobile having count(distinct coalesce(p.person_token, p.record_token)) > :mostPeople),
            evidence as (
                select t.mobile::text as hit, 'trainees' as dataset, t.sender, t.batch, t.number
                from of_people o join trainees t on t.mobile = o.mobile)""";

    /** What intake refuses where it knows the trainee; here it is seen of trainees delivered or corrected after their placements. */
    static final String GRADUATED_EARLIER = """
            evidence as (
                select l.record::text as hit, e.* from placements l
                join trainees t on t.record = l.trainee_id
                cross join lateral (values ('placements', l.sender, l.batch, l.number), ('trainees', t.sender, t.batch, t.number))
                    as e (dataset, sender, batch, number)
                where t.category in ('01', '02') and l.start_on > (t.graduated_on + interval '2 years')::date)""";

    /** One hit for a unit, however many of its placements. */
    static final String UNIT_NOT_RECOGNISED = """
            late as (
                select u.record as unit, u.sender as unit_sender, u.batch as unit_batch, u.number as unit_number, l.sender, l.batch, l.number
                from placements l join units u on u.record = l.unit_id
                where l.start_on >= u.withdrawn_on or l.start_on > u.recognition_valid_to),
            evidence as (
                select unit::text as hit, 'placements' as dataset, sender, batch, number from late
                union
                select unit::text, 'units', unit_sender, unit_batch, unit_number from late)""";

    /**
     * What a registry of the insured said last of the trainee, under the name or, where somebody found it to be the same person, another.
     * In post is from the first day to the last; of whoever is retained only to the labour contract, from when on it is right.
     */
    static final String INSURED_IN_POST = """
            insured as (
                select a.person_token, a.name_token, a.insured from match_answer a
                where a.purpose = 'SCREENING' and a.insured is not null
                    and not exists (
                        select from match_answer later
                        where later.registry = a.registry and later.purpose = a.purpose and later.person_token = a.person_token
                            and later.name_token = a.name_token and later.result not in ('ERROR', 'NOT_QUERIED')
                            and (later.day, later.answered_at) > (a.day, a.answered_at))
                    and (a.result = 'HIT' or exists (
                        select from name_difference d
                        where d.registry = a.registry and d.purpose = a.purpose and d.person_token = a.person_token
                            and d.name_token = a.name_token and d.outcome = 'same-person'))),
            of_trainees as (
                select distinct t.record, t.sender, t.batch, t.number, i.insured from insured i
                join person_record p on p.person_token = i.person_token and coalesce(p.name_token, '') = i.name_token
                join fact_batch b on b.submission = p.submission
                join trainees t on t.batch = b.batch and t.number = p.number),
            in_post as (
                select l.*, case when outcome = 'RETAINED'
                        then daterange(start_on, greatest(start_on, least(coalesce(actual_end_on, planned_end_on), contract_from)), '[)')
                        else daterange(start_on, greatest(start_on, coalesce(actual_end_on, planned_end_on)), '[]') end as days
                from placements l where start_on is not null)""";

    static final String ALREADY_INSURED = INSURED_IN_POST + """
            ,
            evidence as (
                select distinct l.record::text as hit, e.* from of_trainees t
                join in_post l on l.trainee_id = t.record and l.days && t.insured
                cross join lateral (values ('placements', l.sender, l.batch, l.number), ('trainees', t.sender, t.batch, t.number))
                    as e (dataset, sender, batch, number))""";

    static final String LEGAL_REPRESENTATIVE = """
            evidence as (
                select l.record::text as hit, e.* from placements l
                join units u on u.record = l.unit_id
                join trainees t on t.record = l.trainee_id and t.name = u.legal_representative
                cross join lateral (values ('placements', l.sender, l.batch, l.number), ('trainees', t.sender, t.batch, t.number),
                    ('units', u.sender, u.batch, u.number)) as e (dataset, sender, batch, number))""";
}

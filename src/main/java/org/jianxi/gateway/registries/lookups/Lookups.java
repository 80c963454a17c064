package org.jianxi.gateway.registries.lookups;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.KeyedHash;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The look-up ledger. What is written here is committed before it returns, whatever transaction the caller is in: a question stands in
 * the ledger before it is asked.
 */
public final class Lookups {

    static final Digest NOTHING_BEFORE = new Digest("0".repeat(64));

    private final JdbcClient jdbc;
    private final TransactionOperations apart;
    private final Clock clock;
    private final SecureRandom random;

    /** @param apart begins a transaction of its own each time */
    public Lookups(JdbcClient jdbc, TransactionOperations apart, Clock clock, SecureRandom random) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What a registry is asked for, and by whom.
     *
     * @param snapshot what it answers from
     * @param actor who lets it be asked
     */
    public record Scope(String registry, String snapshot, String purpose, String legalBasis, String actor) {}

    /**
     * A question about to be asked.
     *
     * @param people as many as the registry sees
     * @param request both sides' commitment to it
     */
    public record Question(LookupSlip slip, int people, Digest request, Collection<Digest> persons) {}

    /** Of those asked for before in this scope: the slip they were asked under. */
    public Map<Digest, LookupSlip> askedBefore(Scope scope, Collection<Digest> persons) {
        var slips = new HashMap<Digest, LookupSlip>();
        if (persons.isEmpty()) {
            return slips;
        }
        jdbc.sql("""
                        select p.person_token, l.reference, l.salt from registry_lookup_person p
                        join registry_lookup l on l.registry = p.registry and l.number = p.number
                        where p.registry = :registry and p.purpose = :purpose and p.snapshot = :snapshot
                        and p.person_token in (:persons)""")
                .param("registry", scope.registry())
                .param("purpose", scope.purpose())
                .param("snapshot", scope.snapshot())
                .param("persons", persons.stream().map(Digest::bytes).toList())
                .query(row -> {
                    var slip = new LookupSlip(
                            row.getString("reference"), row.getBytes("salt"), scope.purpose(), scope.legalBasis());
                    slips.put(Digest.of(row.getBytes("person_token")), slip);
                });
        return slips;
    }

    /** A slip that was never used. */
    public LookupSlip fresh(Scope scope) {
        return LookupSlip.fresh(scope.purpose(), scope.legalBasis(), random);
    }

    /** How many people were asked for since then; who was asked for again under the same reference counts once. */
    public int askedSince(String registry, Instant moment) {
        return jdbc.sql("""
                        select coalesce(sum(people), 0) from registry_lookup
                        where registry = :registry and at >= :moment and not repeated""")
                .param("registry", registry)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Writes it down. */
    public void note(Scope scope, Question question) {
        apart.executeWithoutResult(status -> write(scope, question));
    }

    private void write(Scope scope, Question question) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('registry_lookup ' || :registry, 0))")
                .param("registry", scope.registry())
                .query()
                .listOfRows();
        var repeated = jdbc.sql(
                        "select exists (select from registry_lookup where registry = :registry and reference = :reference)")
                .param("registry", scope.registry())
                .param("reference", question.slip().reference())
                .query(Boolean.class)
                .single();
        var last = new LookupRows(jdbc).last(scope.registry());
        var now = clock.instant();
        var line = new LookupLine(scope, question, repeated, run(scope.registry())).text(last, now);
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        new LookupRows(jdbc)
                .insert(scope, question, new LookupRows.Row(last.number() + 1, now, repeated, line, Sm3.of(bytes)));
        if (!repeated) {
            new LookupRows(jdbc).insertPersons(scope, question.persons(), last.number() + 1);
        }
    }

    /** The run that asks: a registry has one at a time. */
    private long run(String registry) {
        return jdbc.sql("select coalesce(max(id), 0) from match_run where registry = :registry and finished_at is null")
                .param("registry", registry)
                .query(Long.class)
                .single();
    }

    /** HMAC-SM3 under the salt over the persons' tokens in order: tells nobody who they are, and us that they were these. */
    static Digest commitment(LookupSlip slip, Collection<Digest> persons) {
        var all = new ArrayList<>(List.copyOf(persons));
        all.sort(Comparator.comparing(Digest::hex));
        var text = String.join("\n", all.stream().map(Digest::hex).toList());
        return Digest.of(new KeyedHash(slip.salt()).of(text.getBytes(StandardCharsets.US_ASCII)));
    }
}

package org.jianxi.gateway.flow;

import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.AcknowledgementDesk;
import org.jianxi.gateway.filing.ChannelAnswer;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.MinistryChannel;
import org.jianxi.gateway.filing.MinistryMessage;
import org.jianxi.gateway.filing.MinistryWord;
import org.jianxi.gateway.filing.OutboxDrain;
import org.jianxi.gateway.filing.OutboxState;
import org.jianxi.gateway.filing.month.Month;
import org.jianxi.gateway.filing.month.MonthAct;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.outgoing.Backoff;

/** Does to a gateway over PostgreSQL what an act of the month's type says, by the ways a person, a unit or the ministry has. */
final class MonthActing {

    private static final Period JUNE = Period.of("2023-06");
    private static final List<Sender> UNITS = List.of(new Sender("530100"), new Sender("530300"));
    private static final List<String> OFFICERS = List.of("officer-a", "officer-b");

    private final TestGateway gateway;
    private final FilingStore store;
    private final FiledReturns filed;
    private final MinistryWord ministry;
    private final AcknowledgementDesk desk;
    private final OutboxDrain drain;

    /** What stands of each unit, and what stood at each filing. */
    private final Map<Sender, Integer> standing = new TreeMap<>(Comparator.comparing(Sender::code));

    private final List<Map<Sender, Integer>> atFiling = new ArrayList<>();
    private int inPost;
    private int sent;

    MonthActing(Path folder) {
        gateway = new TestGateway(folder);
        store = FilingStore.of(gateway.jdbc);
        filed = new FiledReturns(gateway.jdbc);
        ministry = new MinistryWord(folder.resolve("ministry"));
        desk = new AcknowledgementDesk(
                store, ministry.verifier(), gateway.transaction, (message, acknowledgement, signed) -> {});
        var clock = Clock.fixed(TestGateway.NOW, ZoneOffset.UTC);
        drain = new OutboxDrain(store, new Silent(), desk, Backoff.standard(new SecureRandom()), clock);
    }

    /** It may have got there, and nothing comes back. */
    private record Silent() implements MinistryChannel {

        @Override
        public ChannelAnswer send(MinistryMessage message) {
            return new ChannelAnswer.Unclear("no answer", Optional.of(Duration.ofHours(1)));
        }

        @Override
        public Optional<ChannelAnswer> ask(String messageId) {
            return Optional.empty();
        }
    }

    Month stands() {
        return gateway.months.of(JUNE).month();
    }

    /** An act that can be tried by somebody, allowed or not. */
    MonthAct any(Random random, Month month) {
        var officer = OFFICERS.get(random.nextInt(OFFICERS.size()));
        var unit = UNITS.get(random.nextInt(UNITS.size()));
        var filings = month.facts().filings();
        var filing = filings.isEmpty() ? 0 : 1 + random.nextInt(filings.size());
        return switch (random.nextInt(13)) {
            case 0, 1 -> arrival(unit, random, month);
            case 2, 3 ->
                new MonthAct.Approve(
                        officer, month.facts().missing(), month.facts().returned());
            case 4 -> new MonthAct.Approve(officer, Set.of(), Set.of());
            case 5, 6 -> new MonthAct.File(officer);
            case 7 -> due(month).<MonthAct>map(MonthAct.Send::new).orElse(new MonthAct.File(officer));
            case 8 -> filing == 0 ? new MonthAct.File(officer) : new MonthAct.Acknowledge(filing);
            case 9 -> new MonthAct.ReturnToSender(unit);
            case 10 -> new MonthAct.TakeBack(unit);
            case 11 -> new MonthAct.WithdrawApproval(officer);
            default -> filing == 0 ? new MonthAct.File(officer) : rejection(filing, month);
        };
    }

    private MonthAct arrival(Sender unit, Random random, Month month) {
        inPost = 3000 + random.nextInt(2);
        var after = new TreeMap<>(standing);
        after.put(unit, inPost);
        return new MonthAct.Arrive(
                unit,
                inForce(month).filter(at -> atFiling.get(at).equals(after)).isPresent());
    }

    private MonthAct rejection(int filing, Month month) {
        var rest = month.facts().filings();
        var before = latest(rest.size(), at -> at != filing - 1 && rest.get(at).answer() != OutboxState.REJECTED);
        return new MonthAct.Reject(
                filing, before.filter(at -> atFiling.get(at).equals(standing)).isPresent());
    }

    private static Optional<Integer> inForce(Month month) {
        var filings = month.facts().filings();
        return latest(filings.size(), at -> filings.get(at).answer() != OutboxState.REJECTED);
    }

    private static Optional<Integer> latest(int size, IntPredicate which) {
        return IntStream.range(0, size).filter(which).boxed().reduce((one, later) -> later);
    }

    /** The one filing that the outbox would send now, if any. */
    private static Optional<Integer> due(Month month) {
        var filings = month.facts().filings();
        var settled = Set.of(OutboxState.ACKNOWLEDGED, OutboxState.REJECTED);
        return IntStream.range(0, filings.size())
                .filter(at -> !settled.contains(filings.get(at).answer()))
                .boxed()
                .findFirst()
                .filter(at -> filings.get(at).answer() == OutboxState.WAITING)
                .map(at -> at + 1);
    }

    /** Whether it was done. */
    boolean does(MonthAct act) {
        return switch (act) {
            case MonthAct.Arrive arrival -> arrives(arrival.sender());
            case MonthAct.Approve(var officer, var missing, var returned) ->
                done(gateway.monthEnd.approve(JUNE, officer, missing, returned));
            case MonthAct.File(var officer) -> files(officer);
            case MonthAct.Send send -> drain.drainOnce();
            case MonthAct.Acknowledge(var filing) -> says(filing, "accepted");
            case MonthAct.Reject rejection -> says(rejection.filing(), "rejected");
            case MonthAct.ReturnToSender(var unit) ->
                current(unit)
                        .filter(id -> done(gateway.sendingBack.sendBack(id, why("other"), "officer-a")))
                        .isPresent();
            case MonthAct.TakeBack(var unit) ->
                current(unit)
                        .filter(id -> done(gateway.sendingBack.takeBack(id, "officer-b")))
                        .isPresent();
            case MonthAct.WithdrawApproval(var officer) ->
                done(gateway.monthEnd.withdrawApproval(JUNE, officer, why("figures-in-doubt")));
        };
    }

    /** Each time as other bytes: the same would be the same delivery. */
    private boolean arrives(Sender unit) {
        sent++;
        standing.put(unit, inPost);
        return gateway.push(unit.code(), goodReturn(unit.code(), inPost) + "\n".repeat(sent))
                instanceof Outcome.Accepted;
    }

    private boolean files(String officer) {
        var done = done(gateway.monthEnd.file(JUNE, officer));
        if (done) {
            atFiling.add(new TreeMap<>(standing));
        }
        return done;
    }

    private boolean says(int filing, String verdict) {
        var id = filed.find(JUNE, filing).orElseThrow().messageId();
        var entry = store.outbox().find(id).orElseThrow();
        desk.takePushed(ministry.of(entry.message(), verdict), TestGateway.NOW);
        return store.outbox().find(id).orElseThrow().state()
                == (verdict.equals("rejected") ? OutboxState.REJECTED : OutboxState.ACKNOWLEDGED);
    }

    private static WrittenReason why(String reason) {
        return new WrittenReason(reason, "与单位核实后再办");
    }

    /** The return that stands of a unit; a unit without one has nothing to be sent back. */
    private Optional<String> current(Sender unit) {
        return gateway.ledger
                .submissions()
                .current(new ReturnKey(unit, Delivery.MONTHLY_RETURN, JUNE))
                .map(StoredSubmission::id);
    }

    private static boolean done(OfficeStep step) {
        return step instanceof OfficeStep.Done;
    }

    private static boolean done(Step step) {
        return step instanceof Step.Done;
    }
}

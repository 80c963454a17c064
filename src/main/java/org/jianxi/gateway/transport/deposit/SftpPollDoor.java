package org.jianxi.gateway.transport.deposit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.intake.NameLike;
import org.jianxi.gateway.intake.SftpPoll;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.TurnFailed;
import org.jianxi.gateway.pulling.TurnKeeper;
import org.jianxi.gateway.transport.deposit.RemoteFolder.RemoteFile;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.desk.GivenName;
import org.jianxi.gateway.transport.desk.OutcomeJson;
import org.jianxi.gateway.transport.fetch.PullDesk;
import org.jianxi.gateway.transport.files.FileDesk;
import org.jianxi.gateway.transport.files.SignatureWait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the routes that fetch files by SFTP: takes what lies whole in a source's folder and is new. */
public final class SftpPollDoor {

    private static final Logger LOG = LoggerFactory.getLogger(SftpPollDoor.class);

    private final SourceRegister sources;
    private final TurnKeeper keeper;
    private final PullDesk desk;
    private final SftpLines lines;
    private final BodyBudget budget;
    private final OutcomeJson documents = new OutcomeJson();

    public SftpPollDoor(SourceRegister sources, TurnKeeper keeper, PullDesk desk, SftpLines lines, BodyBudget budget) {
        this.sources = sources;
        this.keeper = keeper;
        this.desk = desk;
        this.lines = lines;
        this.budget = budget;
    }

    /** Asks when it is the source's turn. */
    public void fetch(String source) {
        sources.find(new SourceId(source)).ifPresent(this::fetch);
    }

    private void fetch(Source source) {
        if (source.entrance() instanceof SftpPoll poll) {
            keeper.turn(
                    source,
                    poll.timeout().plus(poll.settle()).plus(SignatureWait.of(source)),
                    () -> ask(desk.terms(source), poll));
        }
    }

    private void ask(Terms terms, SftpPoll poll) throws IOException, InterruptedException {
        IOException first = null;
        try (var folder = lines.open(terms.source(), poll)) {
            for (var deposit : settled(terms.source(), poll, folder)) {
                try {
                    take(terms, poll, folder, deposit);
                } catch (TurnFailed ofThisFile) {
                    first = first == null ? ofThisFile : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /**
     * What is new and was the same, with its signature, when looked at twice {@code settle} apart. Where the source must sign, a
     * file whose signature is on its way is looked at again, for a while.
     */
    private List<Deposit> settled(Source source, SftpPoll poll, RemoteFolder folder)
            throws IOException, InterruptedException {
        var listing = folder.list();
        if (listing.strange() > 0) {
            LOG.warn(
                    "{} shows {} names that are not plain; those files are left alone", source.id(), listing.strange());
        }
        var before = fresh(source, poll, listing);
        var until = System.nanoTime() + SignatureWait.of(source).toNanos();
        while (!before.isEmpty()) {
            Thread.sleep(poll.settle());
            var now = fresh(source, poll, folder.list());
            var settled = now.stream().filter(before::contains).toList();
            if (System.nanoTime() - until >= 0 || now.stream().noneMatch(one -> isWaitedFor(one, settled))) {
                return settled;
            }
            before = now;
        }
        return List.of();
    }

    /** Its signature is not there, or came or changed since the last look. */
    private static boolean isWaitedFor(Deposit deposit, List<Deposit> settled) {
        return deposit.signature().isEmpty() || !settled.contains(deposit);
    }

    private List<Deposit> fresh(Source source, SftpPoll poll, RemoteFolder.Listing listing) {
        return Deposit.in(listing).stream()
                .filter(deposit -> isWanted(poll, deposit.file()) && !isTaken(source, deposit))
                .toList();
    }

    private static boolean isWanted(SftpPoll poll, RemoteFile file) {
        var name = file.name();
        return !name.isUnfinished() && name.mediaType().isPresent() && NameLike.matches(poll.include(), name.text());
    }

    /** By what the listing says; a file whose time alone changed is read again and compared by its content. */
    private boolean isTaken(Source source, Deposit deposit) {
        return desk.last(source, deposit.file().name().text())
                .filter(thing ->
                        thing.size() == deposit.file().size() && thing.version().equals(deposit.version()))
                .isPresent();
    }

    private void take(Terms terms, SftpPoll poll, RemoteFolder folder, Deposit deposit) throws IOException {
        var source = terms.source();
        var name = deposit.file().name();
        var dataset = source.datasetOf(name.text())
                .orElseThrow(() -> new TurnFailed("the name " + name.shown() + " does not say which dataset it is of"));
        var content = folder.read(deposit.file(), budget, source.mostBytes(dataset));
        var find = new PullDesk.Find(
                name.text(),
                deposit.version(),
                dataset,
                name.period(),
                poll.sender().or(source::onlySender),
                name.mediaType().orElseThrow(),
                Optional.of(name.text()),
                content,
                signature(folder, deposit));
        var outcome = desk.offer(terms, find);
        if (outcome.isPresent() && poll.replies().isPresent()) {
            reply(folder, poll.replies().get(), name, outcome.get());
        }
        if (poll.moveTo().isPresent()
                && outcome.filter(SftpPollDoor::isUnfinished).isEmpty()) {
            moveAside(folder, poll.moveTo().get(), deposit);
        }
    }

    private Optional<byte[]> signature(RemoteFolder folder, Deposit deposit) throws IOException {
        return deposit.signature().isEmpty()
                ? Optional.empty()
                : Optional.of(folder.read(deposit.signature().get(), budget, FileDesk.LARGEST_SIGNATURE));
    }

    /** The signature first: a file that is left behind is taken once more, a signature would lie there for ever. */
    private static void moveAside(RemoteFolder folder, String where, Deposit deposit) throws IOException {
        var aside = deposit.file().modified() + "-" + deposit.file().name().text();
        if (deposit.signature().isPresent()) {
            folder.move(deposit.signature().get(), where, new GivenName(aside + GivenName.SIGNATURE));
        }
        folder.move(deposit.file(), where, new GivenName(aside));
    }

    private void reply(RemoteFolder folder, String where, GivenName name, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                folder.reply(
                        where, ending(name, ".receipt.p7s"), accepted.receipt().cms());
                folder.reply(where, ending(name, ".receipt.json"), documents.accepted(accepted));
            }
            case Outcome.Returned returned ->
                folder.reply(where, ending(name, ".findings.json"), documents.returned(returned));
            case Outcome.Unfinished unfinished -> LOG.debug("No reply before there is a verdict");
        }
    }

    private static GivenName ending(GivenName name, String end) {
        return new GivenName(name.text() + end);
    }

    private static boolean isUnfinished(Outcome outcome) {
        return outcome instanceof Outcome.Unfinished;
    }
}

package org.jianxi.gateway.transport;

import java.io.IOException;
import java.util.HashSet;
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
import org.jianxi.gateway.transport.RemoteFolder.RemoteFile;
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

    SftpPollDoor(SourceRegister sources, TurnKeeper keeper, PullDesk desk, SftpLines lines, BodyBudget budget) {
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
            keeper.turn(source, poll.timeout().plus(poll.settle()), () -> ask(desk.terms(source), poll));
        }
    }

    private void ask(Terms terms, SftpPoll poll) throws IOException, InterruptedException {
        var source = terms.source();
        IOException first = null;
        try (var folder = lines.open(source, poll)) {
            for (var file : settled(source, poll, folder)) {
                try {
                    take(terms, poll, folder, file);
                } catch (TurnFailed ofThisFile) {
                    first = first == null ? ofThisFile : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** The new files whose size and time were the same when looked at twice, {@code settle} apart. */
    private List<RemoteFile> settled(Source source, SftpPoll poll, RemoteFolder folder)
            throws IOException, InterruptedException {
        var listing = folder.list();
        if (listing.strange() > 0) {
            LOG.warn(
                    "{} shows {} names that are not plain; those files are left alone", source.id(), listing.strange());
        }
        var fresh = new HashSet<>(listing.files());
        fresh.removeIf(file -> !isWanted(poll, file) || isTaken(source, file));
        if (fresh.isEmpty()) {
            return List.of();
        }
        Thread.sleep(poll.settle());
        return folder.list().files().stream().filter(fresh::contains).toList();
    }

    private static boolean isWanted(SftpPoll poll, RemoteFile file) {
        var name = file.name();
        return !name.isUnfinished()
                && !name.isSignature()
                && name.mediaType().isPresent()
                && NameLike.matches(poll.include(), name.text());
    }

    /** By what the listing says; a file whose time alone changed is read again and compared by its content. */
    private boolean isTaken(Source source, RemoteFile file) {
        return desk.last(source, file.name().text())
                .filter(thing -> thing.size() == file.size() && thing.version().equals(version(file)))
                .isPresent();
    }

    private void take(Terms terms, SftpPoll poll, RemoteFolder folder, RemoteFile file) throws IOException {
        var source = terms.source();
        var name = file.name();
        var dataset = source.datasetOf(name.text())
                .orElseThrow(() -> new TurnFailed("the name " + name.shown() + " does not say which dataset it is of"));
        var content = folder.read(file, budget, source.mostBytes(dataset));
        var find = new PullDesk.Find(
                name.text(),
                version(file),
                dataset,
                name.period(),
                poll.sender().or(source::onlySender),
                name.mediaType().orElseThrow(),
                Optional.of(name.text()),
                content);
        var outcome = desk.offer(terms, find);
        if (outcome.isPresent() && poll.replies().isPresent()) {
            reply(folder, poll.replies().get(), name, outcome.get());
        }
        if (poll.moveTo().isPresent()
                && outcome.filter(SftpPollDoor::isUnfinished).isEmpty()) {
            folder.move(file, poll.moveTo().get(), new GivenName(file.modified() + "-" + name.text()));
        }
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

    private static Optional<String> version(RemoteFile file) {
        return Optional.of(Long.toString(file.modified()));
    }
}

package org.jianxi.gateway.transport.view;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.intake.JdbcPoll;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.TurnKeeper;
import org.jianxi.gateway.pulling.ViewReader;
import org.jianxi.gateway.transport.fetch.PullDesk;

/** The bean of the routes that read views: one CSV document for each view and sender, offered when it is new. */
public final class JdbcPollDoor {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final SourceRegister sources;
    private final TurnKeeper keeper;
    private final PullDesk desk;
    private final ViewReader reader;

    public JdbcPollDoor(SourceRegister sources, TurnKeeper keeper, PullDesk desk, ViewReader reader) {
        this.sources = sources;
        this.keeper = keeper;
        this.desk = desk;
        this.reader = reader;
    }

    /** Asks when it is the source's turn. */
    public void fetch(String source) {
        sources.find(new SourceId(source)).ifPresent(this::fetch);
    }

    private void fetch(Source source) {
        if (source.entrance() instanceof JdbcPoll poll) {
            var views = (long) poll.views().size() * source.senders().size();
            keeper.turn(source, poll.timeout().plus(CONNECT).multipliedBy(views), () -> ask(desk.terms(source), poll));
        }
    }

    private void ask(Terms terms, JdbcPoll poll) throws IOException {
        for (var entry : poll.views().entrySet()) {
            for (var sender : askedFor(terms.source(), entry.getValue())) {
                ask(terms, poll, entry, sender);
            }
        }
    }

    /** Each sender by its code where the view has a column for it, else all at once. */
    private static List<Optional<Sender>> askedFor(Source source, JdbcPoll.View view) {
        return view.sender().isPresent()
                ? source.senders().stream().map(Optional::of).toList()
                : List.of(source.onlySender());
    }

    private void ask(Terms terms, JdbcPoll poll, Map.Entry<String, JdbcPoll.View> asked, Optional<Sender> sender)
            throws IOException {
        var source = terms.source();
        var dataset = asked.getKey();
        var view = asked.getValue();
        var period = view.period().map(column -> desk.lastFullMonth());
        var question = new ViewReader.Question(view, period, sender, source.mostBytes(dataset));
        var document = reader.read(source, poll, question);
        if (document.isPresent()) {
            var place = "%s %s %s %s"
                    .formatted(
                            dataset,
                            view.name(),
                            period.map(Object::toString).orElse("-"),
                            sender.map(Sender::code).orElse("-"));
            desk.offer(
                    terms,
                    new PullDesk.Find(
                            place,
                            Optional.empty(),
                            dataset,
                            period,
                            sender,
                            MediaType.CSV,
                            Optional.empty(),
                            document.get(),
                            Optional.empty()));
        }
    }
}

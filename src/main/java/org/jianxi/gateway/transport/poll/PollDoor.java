package org.jianxi.gateway.transport.poll;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.intake.HttpsPoll;
import org.jianxi.gateway.intake.Paging;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.TurnFailed;
import org.jianxi.gateway.pulling.TurnKeeper;
import org.jianxi.gateway.transport.fetch.PullDesk;

/** The bean of the routes that fetch by HTTPS: asks a source's server, and offers what is new there to the flow. */
public final class PollDoor {

    private final SourceRegister sources;
    private final TurnKeeper keeper;
    private final PullDesk desk;
    private final PageFetch.Means means;

    public PollDoor(SourceRegister sources, TurnKeeper keeper, PullDesk desk, PageFetch.Means means) {
        this.sources = sources;
        this.keeper = keeper;
        this.desk = desk;
        this.means = means;
    }

    /** Asks when it is the source's turn. */
    public void fetch(String source) {
        sources.find(new SourceId(source)).ifPresent(this::fetch);
    }

    private void fetch(Source source) {
        if (source.entrance() instanceof HttpsPoll poll) {
            var targets = PollTarget.of(source, poll, desk.lastFullMonth());
            keeper.turn(source, budget(poll, targets), () -> ask(desk.terms(source), poll, targets));
        }
    }

    /** The time for one answer, as often as there are answers to wait for at most. */
    private static Duration budget(HttpsPoll poll, List<PollTarget> targets) {
        return poll.timeout()
                .multipliedBy(targets.size() * (long) (poll.paging().isPresent() ? 2 : 1));
    }

    /** One target that fails leaves the others their turn; the first failure is the turn's. */
    private void ask(Terms terms, HttpsPoll poll, List<PollTarget> targets) throws IOException {
        IOException first = null;
        try (var fetch = PageFetch.open(terms.source(), poll, targets.getFirst().uri(), means)) {
            for (var target : targets) {
                try {
                    ask(fetch, terms, poll, target);
                } catch (IOException refused) {
                    first = first == null ? refused : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void ask(PageFetch fetch, Terms terms, HttpsPoll poll, PollTarget target) throws IOException {
        var source = terms.source();
        var mostBytes = source.mostBytes(target.dataset());
        if (poll.paging().isEmpty()) {
            var known = desk.version(source, place(target));
            var page = fetch.get(target.uri(), known, mostBytes);
            if (page.isPresent()) {
                offer(terms, poll, target, place(target), page.get());
            }
            return;
        }
        var pages = new Pages(fetch, poll.paging().get(), mostBytes).from(target.uri());
        if (!pages.isEmpty()) {
            offerAll(terms, poll, target, pages);
        }
    }

    private void offerAll(Terms terms, HttpsPoll poll, PollTarget target, List<Page> pages) throws IOException {
        var items = poll.paging().filter(Paging::joined).flatMap(Paging::items);
        if (items.isPresent()) {
            offer(terms, poll, target, place(target), JoinedPages.of(pages, items.get()));
            return;
        }
        for (var number = 1; number <= pages.size(); number++) {
            offer(terms, poll, target, place(target) + "#" + number, pages.get(number - 1));
        }
    }

    private void offer(Terms terms, HttpsPoll poll, PollTarget target, String place, Page page) throws TurnFailed {
        var type = poll.mediaType().or(() -> page.contentType().flatMap(MediaType::ofContentType));
        if (type.isEmpty()) {
            throw new TurnFailed("it answers with a content type we do not take in");
        }
        var find = new PullDesk.Find(
                place,
                page.etag(),
                target.dataset(),
                target.period(),
                target.sender(),
                type.get(),
                Optional.empty(),
                page.body(),
                Optional.empty());
        desk.offer(terms, find);
    }

    private static String place(PollTarget target) {
        return target.uri().toString();
    }
}

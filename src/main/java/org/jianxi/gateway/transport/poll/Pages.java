package org.jianxi.gateway.transport.poll;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.intake.Paging;
import org.jianxi.gateway.pulling.TurnFailed;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * All pages of one address, in the server's order. Nothing is taken in before the last is here, and a server whose pages do not
 * end has failed.
 *
 * @param mostBytes all pages together
 */
record Pages(PageFetch fetch, Paging paging, long mostBytes) {

    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,2000})>\\s{0,9};[^,<>]{0,200}?\\brel=\"?next\\b");

    /** @param target the address before paging's own parameters */
    List<Page> from(URI target) throws IOException {
        var sized = paging.size()
                .map(size -> with(target, size.parameter(), Integer.toString(size.items())))
                .orElse(target);
        var pages = new ArrayList<Page>();
        var left = mostBytes;
        var next = Optional.of(paging.by() == Paging.By.NUMBER ? with(sized, paging.parameter(), "1") : sized);
        while (next.isPresent()) {
            if (pages.size() == paging.mostPages()) {
                throw new TurnFailed("it has more than " + paging.mostPages() + " pages");
            }
            var page = fetch.get(next.get(), Optional.empty(), left);
            if (page.isEmpty() || page.get().body().length == 0 || isEmptyBehindOthers(page.get(), pages)) {
                break;
            }
            left -= page.get().body().length;
            pages.add(page.get());
            next = after(page.get(), pages.size(), next.get(), sized);
        }
        return pages;
    }

    /** A first page without items is an answer; a later one says only that there are no more. */
    private boolean isEmptyBehindOthers(Page page, List<Page> before) throws TurnFailed {
        return paging.by() == Paging.By.NUMBER && !before.isEmpty() && items(page) == 0;
    }

    private Optional<URI> after(Page page, int read, URI at, URI first) throws IOException {
        return switch (paging.by()) {
            case NUMBER ->
                isLast(page)
                        ? Optional.empty()
                        : Optional.of(with(first, paging.parameter(), Integer.toString(read + 1)));
            case LINK -> resolved(at, link(page));
            case CURSOR ->
                PageJson.of(page)
                        .said(paging.next().orElseThrow())
                        .map(cursor -> with(first, paging.parameter(), cursor));
        };
    }

    private boolean isLast(Page page) throws TurnFailed {
        var count = items(page);
        return count >= 0 && count < paging.size().map(Paging.PageSize::items).orElse(1);
    }

    /** How many items a page holds; negative where the file does not say where they stand. */
    private int items(Page page) throws TurnFailed {
        return paging.items().isPresent()
                ? PageJson.of(page).items(paging.items().get()).size()
                : -1;
    }

    private Optional<String> link(Page page) throws TurnFailed {
        var where = paging.next().orElse(Paging.LINK_HEADER);
        if (!where.equals(Paging.LINK_HEADER)) {
            return PageJson.of(page).said(where);
        }
        return page.link().flatMap(header -> {
            var found = NEXT.matcher(header);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        });
    }

    private static Optional<URI> resolved(URI at, Optional<String> link) throws TurnFailed {
        try {
            return link.map(at::resolve);
        } catch (IllegalArgumentException noAddress) {
            throw new TurnFailed("its link to the next page is no address");
        }
    }

    private static URI with(URI uri, String parameter, String value) {
        return UriComponentsBuilder.fromUri(uri)
                .replaceQueryParam(parameter, URLEncoder.encode(value, StandardCharsets.UTF_8))
                .build(true)
                .toUri();
    }
}

package org.jianxi.gateway.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a server's pages follow one another.
 *
 * @param parameter the query parameter that carries the page's number or the cursor
 * @param size how many items a page is asked to hold; a shorter one is the last
 * @param next where the next page is named: a JSON pointer, or {@code Link} for that header
 * @param items JSON pointer of the array of items in a page
 * @param mostPages a server that goes on longer has failed, and nothing of it is taken in
 * @param joined whether the pages make one delivery, or each makes one
 */
public record Paging(
        By by,
        String parameter,
        Optional<PageSize> size,
        Optional<String> next,
        Optional<String> items,
        int mostPages,
        boolean joined) {

    /** The value of {@code next} that means the header of RFC 8288. */
    public static final String LINK_HEADER = "Link";

    private static final int USUAL_MOST_PAGES = 100;

    /** The three ways servers of this kind page. */
    public enum By {
        NUMBER,
        LINK,
        CURSOR
    }

    /** @param parameter the query parameter that asks for it */
    public record PageSize(String parameter, int items) {}

    record Part(
            String by,
            @Nullable String parameter,
            @Nullable PageSize size,
            @Nullable String next,
            @Nullable String items,
            @Nullable Integer mostPages,
            @Nullable String deliver) {

        Paging paging() {
            var way = switch (by) {
                case "link" -> By.LINK;
                case "cursor" -> By.CURSOR;
                default -> By.NUMBER;
            };
            return new Paging(
                    way,
                    parameter == null ? "page" : parameter,
                    Optional.ofNullable(size),
                    Optional.ofNullable(next),
                    Optional.ofNullable(items),
                    mostPages == null ? USUAL_MOST_PAGES : mostPages,
                    !"each".equals(deliver));
        }
    }
}

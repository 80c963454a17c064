package org.jianxi.gateway.transport.poll;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.pulling.TurnFailed;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Pages as one document: the first page, with the items of all pages in its array, in their order. The same pages give the same
 * bytes, and a mapping that reads one page reads all of them.
 */
final class JoinedPages {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JoinedPages() {}

    /** @param items JSON pointer of the array of items */
    static Page of(List<Page> pages, String items) throws TurnFailed {
        if (pages.size() == 1) {
            return pages.getFirst();
        }
        var first = PageJson.of(pages.getFirst()).tree();
        if (!(first.at(JsonPointer.compile(items)) instanceof ArrayNode all)) {
            throw new TurnFailed("a page has no array at " + items);
        }
        for (var page : pages.subList(1, pages.size())) {
            if (!(PageJson.of(page).items(items) instanceof ArrayNode more)) {
                throw new TurnFailed("a page has no array at " + items);
            }
            more.forEach(all::add);
        }
        return new Page(
                MAPPER.writeValueAsBytes(first),
                Optional.empty(),
                pages.getFirst().contentType(),
                Optional.empty());
    }
}

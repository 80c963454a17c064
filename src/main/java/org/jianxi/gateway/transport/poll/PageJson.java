package org.jianxi.gateway.transport.poll;

import java.util.Optional;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.pulling.TurnFailed;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What paging needs to know of a page's content, and nothing else is looked at. */
record PageJson(JsonNode tree) {

    static PageJson of(Page page) throws TurnFailed {
        try {
            return new PageJson(StrictJson.parse(page.body()));
        } catch (UnreadableDocument unreadable) {
            throw new TurnFailed("a page is no JSON, so its next cannot be found");
        }
    }

    /** The text or number at the pointer; empty where there is none, or nothing but blanks. */
    Optional<String> said(String pointer) {
        return Optional.of(tree.at(JsonPointer.compile(pointer)))
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank());
    }

    /** The items at the pointer; a page without the array has none. */
    JsonNode items(String pointer) {
        return tree.at(JsonPointer.compile(pointer));
    }
}

package org.jianxi.gateway.publishing.feed;

import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.PublishedField;
import org.jianxi.gateway.publishing.PublishedList;
import org.jianxi.gateway.publishing.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A list as plain JSON: canonical values under the dictionary's names, and beside each code what it is called. */
public record ListingJson(Words words) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** UTF-8. */
    public byte[] write(FeedPage page) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("list", page.list().kind().wireName());
        tree.putObject("title")
                .put("zh", page.list().title().zh())
                .put("en", page.list().title().en());
        tree.put("clause", page.list().clause())
                .put("changedAt", page.changedAt().toString());
        tree.put("total", page.total()).put("page", page.number()).put("pages", page.pages());
        var items = tree.putArray("items");
        page.listings().forEach(listing -> items.add(tree(page.list(), listing)));
        return JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** One entry, in the order of its list's fields. */
    public ObjectNode tree(PublishedList list, Listing listing) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("id", listing.id()).put("sender", listing.sender().code());
        for (var field : list.fields()) {
            var value = listing.values().get(field.name());
            if (value != null) {
                put(tree, field, value);
            }
        }
        return tree;
    }

    private void put(ObjectNode tree, PublishedField field, String value) {
        switch (field.type().orElse(null)) {
            case FieldType.Whole whole -> tree.put(field.name(), Long.parseLong(value));
            case FieldType.Truth truth -> tree.put(field.name(), Boolean.parseBoolean(value));
            case null, default -> {
                tree.put(field.name(), value);
                words.name(field, value).ifPresent(name -> tree.put(field.name() + "Name", name));
            }
        }
    }
}

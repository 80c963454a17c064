package org.jianxi.gateway.publishing.feed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.PublishedField;
import org.jianxi.gateway.publishing.PublishedList;
import org.jianxi.gateway.publishing.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list as JSON-LD by schema.org: posts as {@code JobPosting}, units as {@code Organization}, service agencies as
 * {@code GovernmentOffice}. Where each field stands is the list's word.
 */
public record JobPostings(Words words) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTEXT = "https://schema.org";
    private static final String DESCRIPTION = "description";

    private static final Map<ListKind, String> TYPES =
            Map.of(ListKind.POSTS, "JobPosting", ListKind.UNITS, "Organization", ListKind.AGENCIES, "GovernmentOffice");

    /** What each step on the way to a value is. */
    private static final Map<String, String> STEPS = Map.of(
            "hiringOrganization", "Organization",
            "jobLocation", "Place",
            "address", "PostalAddress",
            "baseSalary", "MonetaryAmount",
            "value", "QuantitativeValue");

    /** UTF-8: one {@code @graph} with the page's entries. Sites put such a document into their pages, so no {@code <} stands in it. */
    public byte[] write(FeedPage page) {
        var tree = JsonNodeFactory.instance.objectNode().put("@context", CONTEXT);
        var graph = tree.putArray("@graph");
        page.listings().forEach(listing -> graph.add(tree(page.list(), listing)));
        return JSON.writeValueAsString(tree).replace("<", "\\u003c").getBytes(StandardCharsets.UTF_8);
    }

    /** One entry by itself. */
    public ObjectNode document(PublishedList list, Listing listing) {
        var tree = JsonNodeFactory.instance.objectNode().put("@context", CONTEXT);
        return tree.setAll(tree(list, listing));
    }

    private ObjectNode tree(PublishedList list, Listing listing) {
        var tree = JsonNodeFactory.instance.objectNode().put("@type", TYPES.get(list.kind()));
        tree.put("@id", "urn:jianxi:listing:" + listing.id());
        if (list.kind() == ListKind.POSTS) {
            tree.put("employmentType", "INTERN");
        }
        var told = new ArrayList<String>();
        for (var field : list.fields()) {
            var value = listing.values().get(field.name());
            if (value != null && field.jsonLd().isPresent()) {
                if (field.jsonLd().get().equals(DESCRIPTION)) {
                    told.add(field.label().zh() + "：" + words.of(field, value));
                } else {
                    put(tree, field, value);
                }
            }
        }
        if (!told.isEmpty()) {
            tree.put(DESCRIPTION, String.join("；", told));
        }
        return tree;
    }

    private void put(ObjectNode tree, PublishedField field, String value) {
        var steps = field.jsonLd().orElseThrow().split("\\.");
        var at = tree;
        for (var step = 0; step < steps.length - 1; step++) {
            at = at.has(steps[step]) ? (ObjectNode) at.get(steps[step]) : made(at, steps[step]);
        }
        var last = steps[steps.length - 1];
        switch (field.type().orElse(null)) {
            case FieldType.Whole whole -> at.put(last, Long.parseLong(value));
            case FieldType.Money money -> at.put(last, new BigDecimal(value));
            case null, default -> at.put(last, words.of(field, value));
        }
    }

    private static ObjectNode made(ObjectNode parent, String step) {
        var node = parent.putObject(step).put("@type", STEPS.get(step));
        return switch (step) {
            case "baseSalary" -> node.put("currency", "CNY");
            case "value" -> node.put("unitText", "MONTH");
            case "address" -> node.put("addressCountry", "CN");
            default -> node;
        };
    }
}

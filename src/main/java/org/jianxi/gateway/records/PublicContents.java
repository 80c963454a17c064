package org.jianxi.gateway.records;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.records.copying.BinaryRow;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What of a batch's units and posts is public, beside their sealed records, so that a list for everybody opens none of them.
 */
final class PublicContents implements RowsBeside {

    private final Batch batch;
    private final List<String> wanted;
    private final Set<String> freeText;

    PublicContents(Batch batch, PublicFields published) {
        this.batch = batch;
        this.wanted = published.of(batch.dataset().id()).stream()
                .filter(name -> batch.dataset()
                        .find(name)
                        .filter(field -> !field.personal().isHidden())
                        .isPresent())
                .toList();
        this.freeText = wanted.stream().filter(this::isFreeText).collect(Collectors.toSet());
    }

    @Override
    public String into() {
        return "public_listing (submission, number, content)";
    }

    /** Of a record that is gone nothing is shown. */
    @Override
    public Optional<byte[]> row(CanonicalRecord content, byte[] token) {
        return wanted.isEmpty() || content.removal()
                ? Optional.empty()
                : Optional.of(new BinaryRow()
                        .text(batch.submission())
                        .bigint(content.number())
                        .jsonb(json(content))
                        .end());
    }

    private String json(CanonicalRecord content) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var name : wanted) {
            content.text(name).ifPresent(text -> tree.put(name, freeText.contains(name) ? PublicText.of(text) : text));
        }
        return tree.toString();
    }

    /** Ids and codes have a shape of their own, and a credit code may look like a citizen's number. */
    private boolean isFreeText(String name) {
        var dataset = batch.dataset();
        return !dataset.key().contains(name)
                && dataset.find(name).map(Field::type).stream()
                        .anyMatch(type -> type instanceof FieldType.Text text
                                && text.shape().isEmpty()
                                && text.of().isEmpty());
    }
}

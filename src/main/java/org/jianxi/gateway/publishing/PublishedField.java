package org.jianxi.gateway.publishing;

import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.FieldType;

/**
 * One field of a published list.
 *
 * @param type of its values; empty for plain text of a file
 * @param from the field of the entry's owner that it is taken from
 * @param jsonLd where it stands in the schema.org document, steps parted by dots; empty where it does not
 */
public record PublishedField(
        String name,
        Bilingual label,
        Optional<FieldType> type,
        Optional<String> from,
        Optional<String> jsonLd,
        RssPart rss) {

    /** The part of an RSS item that shows it. */
    public enum RssPart {
        TITLE,
        CATEGORY,
        PUBLISHED_ON,
        TEXT
    }
}

package org.jianxi.gateway.publishing.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.PublishedField.RssPart;
import org.jianxi.gateway.publishing.Words;

/**
 * A list as RSS 2.0.
 *
 * @param link the address of the list's feed, which the channel names as its own
 * @param zone of the days that a list has
 */
public record ListingRss(Words words, String link, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** UTF-8. */
    public byte[] write(FeedPage page) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("channel");
            channel(xml, page);
            for (var listing : page.listings()) {
                item(xml, page, listing);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException cannotHappenInMemory) {
            throw new IllegalStateException("RSS could not be written", cannotHappenInMemory);
        }
        return bytes.toByteArray();
    }

    private void channel(XMLStreamWriter xml, FeedPage page) throws XMLStreamException {
        text(xml, "title", page.list().title().zh());
        text(xml, "link", link);
        text(xml, "description", page.list().title().zh() + "（" + page.list().clause() + "）");
        text(xml, "language", "zh-cn");
        text(xml, "lastBuildDate", time(page.changedAt()));
    }

    private void item(XMLStreamWriter xml, FeedPage page, Listing listing) throws XMLStreamException {
        xml.writeStartElement("item");
        var titles = new ArrayList<String>();
        var told = new ArrayList<String>();
        var published = Optional.<String>empty();
        for (var field : page.list().fields()) {
            var value = Optional.ofNullable(listing.values().get(field.name()));
            var word = value.map(one -> words.of(field, one));
            if (field.rss() == RssPart.TITLE) {
                word.ifPresent(titles::add);
            } else {
                word.ifPresent(one -> told.add(field.label().zh() + "：" + one));
            }
            published = field.rss() == RssPart.PUBLISHED_ON ? value : published;
        }
        text(xml, "title", String.join(" ", titles));
        text(xml, "description", asHtml(String.join("；", told)));
        categories(xml, page, listing);
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters("urn:jianxi:listing:" + listing.id());
        xml.writeEndElement();
        if (published.isPresent()) {
            text(xml, "pubDate", TIME.format(LocalDate.parse(published.get()).atStartOfDay(zone)));
        }
        xml.writeEndElement();
    }

    private void categories(XMLStreamWriter xml, FeedPage page, Listing listing) throws XMLStreamException {
        for (var field : page.list().fields()) {
            var value = listing.values().get(field.name());
            if (field.rss() == RssPart.CATEGORY && value != null) {
                text(xml, "category", words.of(field, value));
            }
        }
    }

    /** Readers take a description for HTML, and what a unit writes is none. */
    private static String asHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String time(Instant moment) {
        return TIME.format(ZonedDateTime.ofInstant(moment, zone));
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}

package org.jianxi.gateway.console.office;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.inquiries.InquiryReading;
import org.jianxi.gateway.flow.inquiries.InquiryReading.Seen;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.Privacy;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.InquiryOutcome;
import org.jianxi.gateway.inquiries.Matter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An inquiry, with its records and what its sides wrote only where the reader said what for. */
record InquiryPage(Matter matter, Inquiry inquiry, List<Shown> records, Optional<InquiryReading.Opened> opened) {

    private static final int SHOWN_OF_A_SECRET = 4;

    /**
     * A record as it stood when it was looked at.
     *
     * @param place submission and number
     * @param parts none where it was erased
     */
    record Shown(String sender, Bilingual dataset, String place, List<Part> parts) {}

    record Part(Bilingual label, String value) {}

    static InquiryPage closed(Matter matter, Inquiry inquiry) {
        return new InquiryPage(matter, inquiry, List.of(), Optional.empty());
    }

    /** The same with what was opened. */
    InquiryPage with(InquiryReading.Opened opened, Datasets datasets) {
        var records =
                opened.records().stream().map(seen -> shown(seen, datasets)).toList();
        return new InquiryPage(matter, inquiry, records, Optional.of(opened));
    }

    /** What a side found, in words. */
    public Bilingual outcome(Inquiry.Side side) {
        return side.closing()
                .flatMap(closing -> matter.outcome(closing.outcome()))
                .map(InquiryOutcome::title)
                .orElseThrow();
    }

    private static Shown shown(Seen seen, Datasets datasets) {
        var dataset = datasets.find(seen.version().dataset()).orElseThrow();
        return new Shown(
                seen.sender().code(),
                dataset.title(),
                seen.version().submission() + " / " + seen.version().number(),
                seen.content().map(content -> parts(content, dataset)).orElse(List.of()));
    }

    private static List<Part> parts(String content, Dataset dataset) {
        return JsonMapper.shared().readTree(content).properties().stream()
                .map(one -> part(one.getKey(), one.getValue(), dataset.find(one.getKey())))
                .toList();
    }

    private static Part part(String name, JsonNode value, Optional<Field> field) {
        var text = value.asString("");
        return new Part(
                field.map(Field::label).orElseGet(() -> new Bilingual(name, name)),
                field.filter(one -> one.personal() == Privacy.SECRET).isPresent() ? covered(text) : text);
    }

    /** Enough to tell one from another. */
    private static String covered(String text) {
        return "••••" + text.substring(Math.max(0, text.length() - SHOWN_OF_A_SECRET));
    }
}

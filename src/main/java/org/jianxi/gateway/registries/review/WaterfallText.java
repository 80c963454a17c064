package org.jianxi.gateway.registries.review;

import java.util.LinkedHashMap;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.linkage.Waterfall;
import tools.jackson.databind.json.JsonMapper;

/** The steps of a waterfall as the database keeps them: later weights do not change what somebody was shown. */
final class WaterfallText {

    private WaterfallText() {}

    static String steps(Waterfall why) {
        return JsonMapper.shared()
                .writeValueAsString(
                        why.steps().stream().map(WaterfallText::step).toList());
    }

    private static LinkedHashMap<String, Object> step(Waterfall.Step step) {
        var document = new LinkedHashMap<String, Object>();
        document.put("field", step.field());
        document.put("level", step.level());
        document.put("zh", step.label().zh());
        document.put("en", step.label().en());
        document.put("bits", step.bits());
        return document;
    }

    static Waterfall read(double prior, String steps) {
        List<Waterfall.Step> read = JsonMapper.shared()
                .readTree(steps)
                .valueStream()
                .map(step -> new Waterfall.Step(
                        step.path("field").asString(""),
                        step.path("level").asString(""),
                        new Bilingual(
                                step.path("zh").asString(""), step.path("en").asString("")),
                        step.path("bits").asDouble()))
                .toList();
        return new Waterfall(prior, read);
    }
}

package org.jianxi.gateway.api;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** One rule as a page to read: no script, nothing fetched from anywhere. */
final class RulePage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>%1$s</title>
            <style>body{font:16px/1.6 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}
            pre{background:#f4f4f4;padding:1em;overflow:auto}dt{font-weight:bold;margin-top:1em}</style>
            </head>
            <body>
            <h1>%1$s</h1>
            <dl>
            <dt>要求 · demand</dt><dd>%2$s</dd>
            <dt>级别 · severity</dt><dd>%3$s</dd>
            <dt>依据 · clause</dt><dd>%4$s</dd>
            <dt>怎样改 · what mends it</dt><dd>%5$s</dd>
            <dt>示例 · example</dt><dd><pre>%6$s</pre></dd>
            </dl>
            </body>
            </html>
            """;

    private RulePage() {}

    /** @param rule in the shape of {@code schemas/rules.json} */
    static String of(JsonNode rule) {
        var relation = rule.has("relation") ? "<br><code>" + escaped(rule.path("relation")) + "</code>" : "";
        var clauses = rule.path("clauses").valueStream().map(RulePage::escaped).collect(Collectors.joining("<br>"));
        return PAGE.formatted(
                escaped(rule.path("id")),
                both(rule.path("demand")) + relation,
                escaped(rule.path("severity")),
                clauses,
                both(rule.path("mend")),
                HtmlUtils.htmlEscape(rule.path("example").toPrettyString()));
    }

    private static String both(JsonNode text) {
        return escaped(text.path("zh")) + "<br>" + escaped(text.path("en"));
    }

    private static String escaped(JsonNode text) {
        return HtmlUtils.htmlEscape(text.asString(""));
    }
}

package org.jianxi.gateway.documents;

import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/** A document of ours as JSON that a person can read too: members in the order given, two spaces, LF, UTF-8. */
public final class JsonText {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private static final Separators SPACING =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    private JsonText() {}

    /** Ends with a line feed. The same tree gives the same bytes on every machine. */
    public static byte[] of(Map<String, ?> tree) {
        var printer =
                new DefaultPrettyPrinter(SPACING).withObjectIndenter(LINES).withArrayIndenter(LINES);
        var json = JsonMapper.shared().writer().with(printer).writeValueAsBytes(tree);
        var line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}

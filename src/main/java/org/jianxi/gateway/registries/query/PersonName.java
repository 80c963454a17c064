package org.jianxi.gateway.registries.query;

import java.util.List;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.matching.MatchResult;
import tools.jackson.databind.JsonNode;

/** Compares the name a registry tells with the one that was asked for. */
record PersonName(NameForms forms) {

    private static final List<String> PARTS = List.of("surname", "last_name", "given_name", "first_name");

    /** @param told text, or an object with its parts */
    MatchResult compare(String asked, JsonNode told) {
        var ours = forms.comparable(asked);
        var theirs = forms.comparable(text(told));
        return !ours.isEmpty() && ours.equals(theirs) ? MatchResult.HIT : MatchResult.NAME_MISMATCH;
    }

    private static String text(JsonNode told) {
        if (!told.isObject()) {
            return told.asString("");
        }
        var name = new StringBuilder();
        PARTS.forEach(part -> name.append(told.path(part).asString("")));
        return name.toString();
    }
}

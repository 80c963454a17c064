package org.jianxi.gateway.filing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.documents.YamlFile;

/**
 * The lists to choose a reason from ({@code schemas/codes/reasons.yaml}): data, so that an office adds its own without a new version.
 *
 * @param lists as they stand whenever they are asked for
 */
public record Reasons(Supplier<Map<Use, List<Reason>>> lists) {

    private static final String FILE = "schemas/codes/reasons.yaml";

    /** What a reason is given for. The wire names are contract. */
    public enum Use {
        RETURN_TO_SENDER("return-to-sender"),
        WITHDRAW_APPROVAL("withdraw-approval"),
        LATE_EXCEPTION("late-exception"),
        EXPLANATION("explanation");

        private final String wireName;

        Use(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** @param code stands on the wire and in the ledger */
    public record Reason(String code, Bilingual title) {}

    /** Throws {@link FileProblem} where a list is missing or empty, or a reason has no words in both languages. */
    public static Reasons load(Path home) {
        return new Reasons(open(home));
    }

    /** The same file to be re-read while running. */
    public static LiveFile<Map<Use, List<Reason>>> open(Path home) {
        return LiveFile.open(home.resolve(FILE), Reasons::lists);
    }

    private static Map<Use, List<Reason>> lists(YamlFile file) {
        var lists = new EnumMap<Use, List<Reason>>(Use.class);
        for (var use : Use.values()) {
            lists.put(use, list(file, use));
        }
        return Collections.unmodifiableMap(lists);
    }

    private static List<Reason> list(YamlFile file, Use use) {
        var list = new ArrayList<Reason>();
        for (var one : file.tree().path(use.wireName()).properties()) {
            var title = new Bilingual(
                    one.getValue().path("zh").asString(""),
                    one.getValue().path("en").asString(""));
            if (title.zh().isBlank() || title.en().isBlank()) {
                throw file.problem("/" + use.wireName() + "/" + one.getKey(), one.getKey() + " needs zh and en");
            }
            list.add(new Reason(one.getKey(), title));
        }
        if (list.isEmpty()) {
            throw file.problem("/" + use.wireName(), "has no list " + use.wireName());
        }
        return List.copyOf(list);
    }

    public List<Reason> of(Use use) {
        return lists.get().getOrDefault(use, List.of());
    }

    public Optional<Reason> find(Use use, String code) {
        return of(use).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** What a code says; the code itself where the list has it no longer. */
    public Bilingual titleOf(Use use, String code) {
        return find(use, code).map(Reason::title).orElse(new Bilingual(code, code));
    }

    /** The listed reason that a sender's explanation begins with, before a colon. */
    public Optional<Reason> leading(String explanation) {
        return of(Use.EXPLANATION).stream()
                .filter(one -> begins(explanation, one.title().zh())
                        || begins(explanation, one.title().en()))
                .findFirst();
    }

    private static boolean begins(String explanation, String wording) {
        var text = explanation.strip();
        return text.equals(wording) || text.startsWith(wording + "：") || text.startsWith(wording + ":");
    }
}

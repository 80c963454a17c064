package org.jianxi.gateway.console.office;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who reads it, so that nobody is shown a way to a page that is not theirs. */
@ControllerAdvice(basePackages = "org.jianxi.gateway.console")
class OfficeReader {

    private static final Map<String, Act> PAGES = pages();

    private static Map<String, Act> pages() {
        var pages = new LinkedHashMap<String, Act>();
        pages.put("upload", Act.UPLOAD);
        pages.put("reminders", Act.READ_RETURN);
        pages.put("targets", Act.READ_RETURN);
        pages.put("duties", Act.READ_DUTIES);
        pages.put("money", Act.READ_RETURN);
        pages.put("ledger", Act.BROWSE_LEDGER);
        pages.put("sources", Act.SEE_SOURCES);
        pages.put("publishing", Act.SEE_PUBLISHING);
        pages.put("screenings", Act.READ_MARKS);
        pages.put("registries", Act.WORK_WITH_REGISTRIES);
        pages.put("people", Act.SEE_ACCOUNTS);
        pages.put("mappings", Act.TRY_MAPPINGS);
        return Collections.unmodifiableMap(pages);
    }

    /** In the order in which they stand; the key of a page's title is its name and {@code .title}. */
    @ModelAttribute("pages")
    List<String> pages(@AuthenticationPrincipal @Nullable Caller caller) {
        return caller == null
                ? List.of()
                : PAGES.entrySet().stream()
                        .filter(page -> caller.may(page.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Whether the province's return is the reader's. */
    @ModelAttribute("office")
    boolean isOffice(@AuthenticationPrincipal @Nullable Caller caller) {
        return caller != null && caller.may(Act.READ_RETURN);
    }
}

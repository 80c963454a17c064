package org.jianxi.gateway.filing;

import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.forms.ReturnForm;

/** The fixed text of the printed sheet with its places filled in. */
record SheetText(ReturnForm form, ProvincialReturn filed) {

    private static final String TITLE_CELL = "A1";
    private static final String FOR_THE_PEN = "　　　　　　";

    /** By A1 reference. A printing that has no place for the month gets it behind its title. */
    Map<String, String> byCell() {
        var printed = form.layout().text();
        var filled = new TreeMap<String, String>();
        printed.forEach((cell, text) -> filled.put(cell, fill(text)));
        if (printed.values().stream().noneMatch(text -> text.contains("{month}"))) {
            filled.computeIfPresent(TITLE_CELL, (cell, title) -> title + fill("（{year}年{month}月）"));
        }
        return filled;
    }

    private String fill(String text) {
        var month = filed.figures().period().month();
        var foot = filed.filledIn();
        return text.replace("{year}", Integer.toString(month.getYear()))
                .replace("{month}", Integer.toString(month.getMonthValue()))
                .replace("{sender}", ProvincialReturn.PROVINCE.name())
                .replace("{filledInBy}", orBlank(foot.by()))
                .replace("{filledInOn}", orBlank(foot.on()))
                .replace("{telephone}", orBlank(foot.telephone()));
    }

    private static String orBlank(String text) {
        return text.isBlank() ? FOR_THE_PEN : text;
    }
}

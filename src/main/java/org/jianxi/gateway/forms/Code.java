package org.jianxi.gateway.forms;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * One code of a list.
 *
 * @param label what it means; both languages the same where the standard has Chinese only
 * @param alsoCalled what people write for it besides the label
 */
public record Code(String code, Bilingual label, List<String> alsoCalled) {

    public Code {
        alsoCalled = List.copyOf(alsoCalled);
    }
}

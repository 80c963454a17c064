package org.jianxi.gateway.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * That another edition of the form, or version of the canonical form, has taken the place of one.
 *
 * @param newer the edition to send from now on
 * @param acceptedUntil the last day on which the older one is still taken
 * @param changes what is different, for a person who changes over
 */
public record Superseded(String newer, LocalDate acceptedUntil, Bilingual changes) {

    /** The member {@code superseded} of a definition file. */
    static Superseded read(Section section) {
        section.only("by", "acceptedUntil", "changes");
        try {
            var until = LocalDate.parse(section.text("acceptedUntil"));
            return new Superseded(section.text("by"), until, section.bilingual("changes"));
        } catch (DateTimeParseException noDay) {
            throw section.at("acceptedUntil").problem("must be a day such as 2027-06-30");
        }
    }
}

package org.jianxi.gateway.entitlement;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * Something about the money that the office may have to ask about. Says amounts, months and where records stand; never who.
 *
 * @param unit empty where it is the sender's as a whole
 * @param records where the records behind it stand
 * @param clause of the dated rule where there is one
 */
public record Question(
        EntitlementRule rule, Optional<String> unit, List<String> records, Bilingual message, String clause) {
    public Question {
        records = List.copyOf(records);
    }
}

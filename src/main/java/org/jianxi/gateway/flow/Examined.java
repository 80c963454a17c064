package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * What one document was found to be: the verdict with everything it rests on, nothing kept yet.
 *
 * @param form the edition it was read under, when one was found
 * @param draft what could be read of it
 * @param content the complete return at revision 1; present exactly when nothing blocks it
 * @param notYours it speaks for a sender that its deliverer may not speak for
 */
public record Examined(
        Optional<ReturnForm> form,
        Optional<Draft> draft,
        Optional<MonthlyReturn> content,
        List<Finding> findings,
        boolean notYours) {

    public Examined {
        findings = List.copyOf(findings);
    }

    public boolean isAccepted() {
        return content.isPresent();
    }
}

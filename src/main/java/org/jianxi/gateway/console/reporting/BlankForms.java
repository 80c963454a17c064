package org.jianxi.gateway.console.reporting;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.forms.ReturnForms;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The printed sheets ({@code schemas/forms}), blank. */
@Component
record BlankForms(GatewayFolders folders, ReturnForms forms) {

    /** That of the edition in force for the month. */
    Optional<Resource> of(Period period) {
        return forms.current(period)
                .map(form -> folders.home().resolve("schemas/forms").resolve(form.id() + ".xlsx"))
                .<Resource>map(FileSystemResource::new)
                .filter(Resource::isReadable);
    }
}

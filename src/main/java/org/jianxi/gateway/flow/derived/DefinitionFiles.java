package org.jianxi.gateway.flow.derived;

import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.ReturnForm;

/** How the figures of an edition follow from records. Read anew each time it is asked. */
public record DefinitionFiles(Path home, Datasets datasets) {

    public Optional<Definitions> of(ReturnForm form) {
        return Definitions.load(home, datasets, form.id());
    }
}

package org.jianxi.gateway.mapping.notation;

import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.ReturnForms;

/** What mappings are read against: the editions of the return, and the dictionary once a mapping of records asks for it. */
public final class Definitions {

    private final ReturnForms forms;
    private final Optional<Path> home;
    private Optional<Dictionary> dictionary = Optional.empty();

    private Definitions(ReturnForms forms, Optional<Path> home) {
        this.forms = forms;
        this.home = home;
    }

    public static Definitions at(Path home, ReturnForms forms) {
        return new Definitions(forms, Optional.of(home));
    }

    /** For mappings of returns alone. */
    public static Definitions ofReturns(ReturnForms forms) {
        return new Definitions(forms, Optional.empty());
    }

    /** For mappings of either kind, with a dictionary that was read before. */
    public static Definitions of(ReturnForms forms, Dictionary dictionary) {
        var definitions = ofReturns(forms);
        definitions.dictionary = Optional.of(dictionary);
        return definitions;
    }

    public ReturnForms forms() {
        return forms;
    }

    public synchronized Dictionary dictionary(Words asking) {
        if (dictionary.isEmpty()) {
            dictionary = home.map(Dictionary::load);
        }
        return dictionary.orElseThrow(() -> asking.problem("maps records, and no dictionary is at hand"));
    }
}

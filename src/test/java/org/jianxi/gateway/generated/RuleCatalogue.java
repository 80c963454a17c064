package org.jianxi.gateway.generated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.StatedRule;

/** Every rule that states itself in main code. A new enum of rules is found without being listed anywhere. */
record RuleCatalogue(List<StatedRule> rules) {

    static RuleCatalogue ofMainCode() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.jianxi.gateway");
        return new RuleCatalogue(classes.stream()
                .filter(one -> one.isEnum() && one.isAssignableTo(StatedRule.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .flatMap(one -> Stream.of(one.reflect().getEnumConstants()))
                .map(StatedRule.class::cast)
                .toList());
    }

    /** One for each id: a demand that two stations make is printed once. */
    List<StatedRule> ofKind(String letter) {
        return rules.stream()
                .filter(rule -> rule.id().startsWith(letter + "-"))
                .collect(Collectors.toMap(StatedRule::id, rule -> rule, (first, second) -> first, TreeMap::new))
                .values()
                .stream()
                .toList();
    }
}

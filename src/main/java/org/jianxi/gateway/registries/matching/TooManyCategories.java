package org.jianxi.gateway.registries.matching;

import org.jianxi.gateway.canonical.Bilingual;

/** The column {@code category} holds something else than categories. */
public final class TooManyCategories extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyCategories() {
        super("more than " + Categories.MOST + " categories");
    }

    public Bilingual reason() {
        return new Bilingual(
                "category 列不像类别：超过%d种、一人超过16种，或太长".formatted(Categories.MOST),
                "the column category holds no categories: more than %d, more than 16 of one person, or too long"
                        .formatted(Categories.MOST));
    }
}

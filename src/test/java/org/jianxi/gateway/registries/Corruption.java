package org.jianxi.gateway.registries;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;

/** One way in which lists of people and registries go wrong, applied alike to whoever it is about. */
public record Corruption(String title, Change ofPeople, Change ofRegistry) {

    /** What a row says of a person. */
    public record Written(String idNumber, String name) {}

    /** Changes what is written, by chance that is the same each time. */
    public interface Change extends BiFunction<Written, Random, Written> {}

    private static final Change NONE = (written, chance) -> written;
    private static final String OTHERS = "赵钱孙周吴郑冯卫";

    public static List<Corruption> all() {
        return List.of(
                new Corruption("nothing", NONE, NONE),
                people("small x", number((number, chance) -> number.toLowerCase(Locale.ROOT))),
                people("full-width digits", number((number, chance) -> wide(number))),
                people(
                        "blanks and an apostrophe",
                        number((number, chance) -> "'" + number.substring(0, 6) + " " + number.substring(6))),
                people("old number of 15 digits", number((number, chance) -> old(number))),
                registry("old number of 15 digits in the registry", number((number, chance) -> old(number))),
                registry(
                        "number of a disability certificate in the registry",
                        number((number, chance) -> number + "43")),
                people("one digit typed wrong", number(Corruption::wrong)),
                registry("one digit typed wrong in the registry", number(Corruption::wrong)),
                people("two digits typed wrong", number((number, chance) -> wrong(wrong(number, chance), chance))),
                people("two neighbours of the number swapped", number(Corruption::swapped)),
                people(
                        "name with another dot, or none",
                        name((name, chance) -> name.replace("·", chance.nextBoolean() ? "•" : ""))),
                people("name with blanks in it", name((name, chance) -> name.charAt(0) + "\u3000" + name.substring(1))),
                people("name with variants of its characters", name((name, chance) -> variants(name))),
                people("one character of the name wrong", name(Corruption::another)),
                people("name's characters swapped", name((name, chance) -> name.substring(1) + name.charAt(0))));
    }

    private static Corruption people(String title, Change change) {
        return new Corruption(title, change, NONE);
    }

    private static Corruption registry(String title, Change change) {
        return new Corruption(title, NONE, change);
    }

    private static Change number(BiFunction<String, Random, String> change) {
        return (written, chance) -> new Written(change.apply(written.idNumber(), chance), written.name());
    }

    private static Change name(BiFunction<String, Random, String> change) {
        return (written, chance) -> new Written(written.idNumber(), change.apply(written.name(), chance));
    }

    private static String wide(String number) {
        var wide = new StringBuilder();
        number.chars().forEach(one -> wide.append((char) (one + 0xFEE0)));
        return wide.toString();
    }

    /** People born since 2000 never had one. */
    private static String old(String number) {
        return number.startsWith("19", 6) ? number.substring(0, 6) + number.substring(8, 17) : number;
    }

    private static String wrong(String number, Random chance) {
        var changed = new StringBuilder(number);
        var at = chance.nextInt(17);
        changed.setCharAt(at, (char) ('0' + (number.charAt(at) - '0' + 1 + chance.nextInt(9)) % 10));
        return changed.toString();
    }

    /** Two that differ: most numbers have some. */
    private static String swapped(String number, Random chance) {
        var at = chance.nextInt(16);
        while (number.charAt(at) == number.charAt(at + 1)) {
            at = (at + 1) % 16;
        }
        var changed = new StringBuilder(number);
        changed.setCharAt(at, number.charAt(at + 1));
        changed.setCharAt(at + 1, number.charAt(at));
        return changed.toString();
    }

    private static String variants(String name) {
        return name.replace('杨', '楊')
                .replace('张', '張')
                .replace('陈', '陳')
                .replace('刘', '劉')
                .replace('强', '強')
                .replace('丽', '麗')
                .replace('国', '囯');
    }

    private static String another(String name, Random chance) {
        var changed = new StringBuilder(name);
        changed.setCharAt(name.length() - 1, OTHERS.charAt(chance.nextInt(OTHERS.length())));
        return changed.toString();
    }
}

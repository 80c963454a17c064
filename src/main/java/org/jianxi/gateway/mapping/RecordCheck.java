package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.Required;
import org.jianxi.gateway.mapping.clause.Broken;
import org.jianxi.gateway.mapping.conversion.FieldDemand;
import org.jianxi.gateway.mapping.notation.CitizenIdCheck;

/** What the dictionary demands of a record as a whole: required fields, and an identity number that agrees with its owner. */
record RecordCheck(RecordFields fields, CanonicalRecord content, RecordPlaces places) {

    private static final String CITIZENS = "111";

    /** @param told fields that a finding speaks of already */
    List<Finding> findings(RecordDemands demands, Set<String> told) {
        var findings = new ArrayList<Finding>();
        demands.missing(content, told).map(this::missing).forEach(findings::add);
        demands.outside(content).map(this::outside).forEach(findings::add);
        demands.clauses().judge(content).map(this::broken).forEach(findings::add);
        for (var field : demands.identities()) {
            content.text(field.name()).ifPresent(number -> findings.addAll(identity(field, number)));
        }
        return findings;
    }

    private Finding broken(Broken clause) {
        var label = fields.dataset().find(clause.field()).orElseThrow().label();
        var message = new Bilingual(
                label.zh() + clause.why().zh(), label.en() + " " + clause.why().en());
        return Finding.of(clause.rule(), places.of(clause.field()), message);
    }

    private Finding missing(Field field) {
        var why = field.required() instanceof Required.When when ? because(when) : new Bilingual("", "");
        if (!fields.isMapped(field)) {
            return Finding.error(
                    FieldDemand.REQUIRED.id(),
                    Place.WHOLE.forField(field.name()),
                    new Bilingual(
                            "映射没有读取字段“%s”（%s），而有记录须填写%s".formatted(field.label().zh(), field.name(), why.zh()),
                            "The mapping does not read the field %s (%s), which records need%s"
                                    .formatted(field.name(), field.label().en(), why.en())),
                    field.clause());
        }
        return error(
                FieldDemand.REQUIRED,
                field,
                new Bilingual("为必填，没有填写" + why.zh(), "is required and not filled in" + why.en()));
    }

    private Finding outside(Field field) {
        return error(
                FieldDemand.AREA,
                field,
                new Bilingual("不在该来源可报的区划内", "lies in none of the areas that the source may speak of"));
    }

    private Bilingual because(Required.When when) {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        when.fields().keySet().forEach(name -> {
            var other = fields.dataset().find(name).orElseThrow();
            zh.add(other.label().zh());
            en.add(other.label().en());
        });
        return new Bilingual(
                "（因为%s）".formatted(String.join("、", zh)), " (because of %s)".formatted(String.join(", ", en)));
    }

    private List<Finding> identity(Field field, String number) {
        if (!content.text("idType").orElse(CITIZENS).equals(CITIZENS)) {
            return List.of();
        }
        var wrong = CitizenIdCheck.wrong(number);
        if (wrong.isPresent()) {
            return List.of(error(FieldDemand.CITIZEN_ID, field, wrong.get()));
        }
        var findings = new ArrayList<Finding>();
        content.find("birthDate")
                .filter(stated ->
                        !Optional.of(stated).equals(CitizenId.dateIn(number).map(FieldValue.Day::new)))
                .ifPresent(other -> findings.add(disagrees("birthDate", "第7至14位", "digits 7 to 14")));
        content.text("sex")
                .filter(stated -> Set.of("1", "2").contains(stated) && !stated.equals(CitizenIdCheck.sex(number)))
                .ifPresent(other -> findings.add(disagrees("sex", "第17位", "digit 17")));
        return findings;
    }

    private Finding disagrees(String field, String zh, String en) {
        var stated = fields.dataset().find(field).orElseThrow();
        return Finding.warning(
                FieldDemand.ID_AGREES.id(),
                places.of(field),
                new Bilingual(
                        "%s与公民身份号码%s不一致；请核对".formatted(stated.label().zh(), zh),
                        "%s does not agree with %s of the identity number: check both"
                                .formatted(stated.label().en(), en)),
                stated.clause());
    }

    private Finding error(FieldDemand demand, Field field, Bilingual why) {
        return Finding.error(
                demand.id(),
                places.of(field.name()),
                new Bilingual(field.label().zh() + why.zh(), field.label().en() + " " + why.en()),
                field.clause());
    }
}

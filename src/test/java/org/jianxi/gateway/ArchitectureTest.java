package org.jianxi.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The library column of the architecture's table, and the habits that a compiler cannot hold. */
@AnalyzeClasses(packages = "org.jianxi.gateway", importOptions = ArchitectureTest.WhereTheApplicationLies.class)
class ArchitectureTest {

    /** Only what was compiled into the application's own folder, wherever a build puts its tests. */
    static final class WhereTheApplicationLies implements ImportOption {

        private static final String HOME = GatewayApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();

        @Override
        public boolean includes(Location location) {
            return location.asURI().toString().startsWith(HOME);
        }
    }

    @ArchTest
    static final ArchRule canonicalKnowsNoFramework = classes()
            .that()
            .resideInAPackage("..canonical..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..canonical..", "java..", "org.jspecify..", "org.springframework.modulith..");

    /** What lets {@code check}, {@code rollup} and {@code verify} give offline the very verdict the server gives. */
    @ArchTest
    static final ArchRule thePathRunsWithoutSpringCamelOrDatabase = noClasses()
            .that()
            .resideInAnyPackage(
                    "..canonical..",
                    "..documents..",
                    "..calendar..",
                    "..forms..",
                    "..mapping..",
                    "..suggest..",
                    "..validation..",
                    "..rollup..",
                    "..recordfiles..",
                    "..derivation..",
                    "..commitment..",
                    "..gateway.duties..",
                    "..entitlement..",
                    "..marking..",
                    "..gateway.publishing",
                    "..gateway.publishing.feed..",
                    "..evidence..",
                    "..registries.identity..",
                    "..registries.files..",
                    "..registries.matching..",
                    "..registries.snapshot..",
                    "..registries.blind..",
                    "..registries.agent..",
                    "..registries.asking..",
                    "..registries.spdci..",
                    "..registries.query..",
                    "..signing..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.springframework..", "org.apache.camel..", "java.sql..", "javax.sql..")
                            .and(DescribedPredicate.not(resideInAnyPackage("org.springframework.modulith.."))));

    @ArchTest
    static final ArchRule camelStopsAtTransport = only("..transport..", "org.apache.camel..");

    /** The demo plays the senders too, and some of them upload. */
    @ArchTest
    static final ArchRule sftpIsSpokenAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages("..transport..", "..demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.sshd..");

    /** Whoever goes out to an address from a source's file must come by the list of allowed addresses. */
    @ArchTest
    static final ArchRule theHttpClientStopsAtTheDoors = only("..transport..", "org.apache.hc..");

    @ArchTest
    static final ArchRule mailQueuesAndSoapStopAtTransport = only(
            "..transport..",
            "jakarta.mail..",
            "org.eclipse.angus..",
            "org.apache.kafka..",
            "jakarta.jms..",
            "org.apache.activemq..",
            "jakarta.xml.soap..",
            "org.springframework.ws..");

    @ArchTest
    static final ArchRule bouncyCastleStopsAtSigning = only("..signing..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule secondFactorsAreComputedInOnePlace = only("..accounts..", "com.eatthepath.otp..");

    @ArchTest
    static final ArchRule passkeysAreCheckedInOnePlace =
            only("..accounts..", "org.springframework.security.web.webauthn..", "com.webauthn4j..");

    @ArchTest
    static final ArchRule theLoginServiceIsSpokenToInOnePlace =
            only("..console.oidc..", "org.springframework.security.oauth2..");

    @ArchTest
    static final ArchRule tokensAreMadeInTheSandboxOnly = only("..sandbox..", "com.nimbusds..");

    @ArchTest
    static final ArchRule picturesOfCodesAreDrawnInTheConsole = only("..console..", "com.google.zxing..");

    @ArchTest
    static final ArchRule noticesAreSignedInOnePlace = only("..notices..", "com.standardwebhooks..");

    @ArchTest
    static final ArchRule pagesAreMadeInTheConsole = only("..console..", "org.thymeleaf..", "org.springframework.ui..");

    @ArchTest
    static final ArchRule picocliStopsAtTheTerminal = only("..cli..", "picocli..");

    /** The letters of Chinese words help to guess what a column is; nothing that decides knows them. */
    @ArchTest
    static final ArchRule pinyinIsForGuessesOnly = only("..suggest..", "net.sourceforge.pinyin4j..");

    /** What is beneath a mapping never looks up to it, nor around in a circle: notation, table, source, conversion, expression. */
    @ArchTest
    static final ArchRule aMappingStandsOnItsParts = noClasses()
            .that()
            .resideInAPackage("..gateway.mapping.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.mapping");

    @ArchTest
    static final ArchRule thePartsOfAMappingFormNoCircle =
            slices().matching("..gateway.mapping.(*)..").should().beFreeOfCycles();

    /** The doors are put together above them: no door looks up to that, nor do doors look at each other in a circle. */
    @ArchTest
    static final ArchRule aDoorKnowsNotWhoPutsItTogether = noClasses()
            .that()
            .resideInAPackage("..gateway.transport.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.transport");

    @ArchTest
    static final ArchRule theDoorsFormNoCircle =
            slices().matching("..gateway.transport.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule expressionsAreComputedInMappingsOnly =
            only("..mapping..", "dev.cel..", "com.google.re2j..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule schemasAndYamlAreReadInOnePlace = only(
            "..documents..", "com.networknt..", "org.snakeyaml.engine.v2.api..", "org.snakeyaml.engine.v2.nodes..");

    @ArchTest
    static final ArchRule theQuickXmlParserIsMadeInOnePlace =
            only("..documents..", "com.fasterxml.aalto..", "org.codehaus.stax2..");

    /** One thing of it is used: text of another encoding as bytes in UTF-8. */
    @ArchTest
    static final ArchRule textIsMadeBytesAgainInOnePlace = only("..documents..", "org.apache.commons.io..");

    @ArchTest
    static final ArchRule tablesAreReadInThreePlaces = noClasses()
            .that()
            .resideOutsideOfPackages("..documents..", "..mapping..", "..registries.files..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.siegmar.fastcsv.reader..");

    @ArchTest
    static final ArchRule xmlParsersAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("..documents..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.xml.parsers.DocumentBuilderFactory")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.xml.parsers.SAXParserFactory")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.xml.validation.SchemaFactory")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.xml.transform.TransformerFactory");

    /**
     * A workbook from outside is read as events; the model that takes 2 GB for 100 000 rows only writes. What is marked was counted
     * first, and is small.
     */
    @ArchTest
    static final ArchRule workbooksAreReadAsEventsOnly = noClasses()
            .that()
            .resideOutsideOfPackages("..filing..", "..forms..", "..marking..", "..demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.poi.xssf.usermodel..",
                    "org.apache.poi.xssf.streaming..",
                    "org.apache.poi.hssf.usermodel..",
                    "org.apache.poi.ss.usermodel..");

    @ArchTest
    static final ArchRule workbooksFromOutsideAreOpenedInMappingOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.poi.xssf.eventusermodel..",
                    "org.apache.poi.openxml4j.opc..",
                    "org.apache.poi.hssf.record..",
                    "org.apache.poi.poifs..");

    @ArchTest
    static final ArchRule rowsAreReadAndWrittenByFewPackages = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..accounts..",
                    "..intake..",
                    "..pulling..",
                    "..ledger..",
                    "..filing..",
                    "..flow..",
                    "..records..",
                    "..overlaps..",
                    "..inquiries..",
                    "..screening..",
                    "..registries..",
                    "..database..",
                    "..api..",
                    "..notices..",
                    "..publishing.platform..",
                    "..publishing.history..",
                    "..handover..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.postgresql..",
                    "org.flywaydb..",
                    "com.zaxxer..");

    @ArchTest
    static final ArchRule thereIsOneJackson =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto|Processor)")
            .because("a class named for what it does is found by the person who needs it");

    @ArchTest
    static final ArchRule timeIsPassedIn =
            noClasses().should().callMethodWhere(readsAClock()).because("deadlines are tested with a fixed clock");

    @ArchTest
    static final ArchRule oneClockIsMade = noClasses()
            .that()
            .resideOutsideOfPackages("..flow..", "..cli..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "makes a clock",
                    (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system")));

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors =
            fields().should().notBeAnnotatedWith(Autowired.class).andShould().notBeAnnotatedWith(Value.class);

    private static ArchRule only(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static DescribedPredicate<JavaMethodCall> readsAClock() {
        var readers = Set.of("java.lang.System.currentTimeMillis", "java.util.Date.<init>");
        return DescribedPredicate.describe("reads a clock", (JavaMethodCall call) -> {
            var owner = call.getTargetOwner();
            return readers.contains(owner.getName() + "." + call.getName())
                    || owner.getPackageName().equals("java.time")
                            && call.getName().equals("now")
                            && takesNoClock(call);
        });
    }

    private static boolean takesNoClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}

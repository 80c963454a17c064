package org.jianxi.gateway.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which units and posts the lists show on 3 July 2023 (人社部发〔2023〕27号 二(三)). */
class StandingTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 7, 3);

    @Test
    void aRecognisedUnitAndItsPublishedPostsAreShown() {
        var standing = standing(Published.unit(1), Published.post(1), Published.post(2));

        assertThat(standing.units()).extracting(Listing::id).containsExactly("unit1");
        assertThat(standing.posts()).extracting(Listing::id).containsExactly("post1", "post2");
        assertThat(standing.posts().getFirst().values())
                .containsEntry("unitName", "昆明测试见习单位1")
                .containsEntry("title", "会计见习岗1")
                .doesNotContainKeys("status", "unitId", "publicityFrom");
    }

    @ParameterizedTest
    @CsvSource({
        "status,APPLIED,false",
        "status,SUSPENDED,false",
        "status,WITHDRAWN,false",
        "status,EXPIRED,false",
        "withdrawnOn,2023-07-03,false",
        "withdrawnOn,2023-07-04,true",
        "recognitionValidTo,2023-07-02,false",
        "recognitionValidTo,2023-07-03,true",
    })
    void aUnitIsShownWhileItIsRecognisedAndItsPostsWithIt(String field, String value, boolean shown) {
        var standing = standing(Published.unit(1, field, value), Published.post(1));

        assertThat(standing.units()).hasSize(shown ? 1 : 0);
        assertThat(standing.posts()).hasSize(shown ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "status,DRAFT,false",
        "status,REVIEWED,false",
        "status,FILLED,false",
        "status,CLOSED,false",
        "closedOn,2023-07-03,false",
        "closedOn,2023-07-04,true",
        "publicityFrom,2023-07-04,false",
        "publicityFrom,2023-07-03,true",
        "publicityFrom,'',true",
    })
    void aPostIsShownWhileItIsPublishedAndOpen(String field, String value, boolean shown) {
        var standing = standing(Published.unit(1), Published.post(1, field, value));

        assertThat(standing.posts()).hasSize(shown ? 1 : 0);
    }

    @Test
    void aPostOfAUnitThatNobodyDeliveredIsNotShown() {
        assertThat(standing(Published.unit(1), Published.post(1, "unitId", "U-2"))
                        .posts())
                .isEmpty();
    }

    @Test
    void aPostMayCallItsUnitByItsCreditCode() {
        var withoutId = Published.unit(1, "unitId", "");

        assertThat(standing(withoutId, Published.post(1, "unitId", "91530101")).posts())
                .hasSize(1);
    }

    @Test
    void anotherSendersUnitOfTheSameIdIsNotThePosts() {
        var other = new PublicRow(
                "elsewhere",
                new org.jianxi.gateway.canonical.Sender("530300"),
                Published.unit(1).content(),
                Published.SINCE);

        assertThat(standing(other, Published.post(1)).posts()).isEmpty();
    }

    @Test
    void aPostChangesWithItsUnit() {
        var before = standing(Published.unit(1), Published.post(1)).posts().getFirst();
        var renamed = standing(Published.unit(1, "name", "新名称"), Published.post(1))
                .posts()
                .getFirst();

        assertThat(renamed.digest()).isNotEqualTo(before.digest());
        assertThat(before.since()).isEqualTo(Published.SINCE.plusSeconds(60));
    }

    private static Standing standing(PublicRow unit, PublicRow... posts) {
        var standing = new Standing(Published.LISTS, TODAY);
        standing.unit(unit);
        List.of(posts).forEach(standing::post);
        return standing;
    }
}

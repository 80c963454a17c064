package org.jianxi.gateway.flow.handover;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.handover.Handovers.Handover;

/** What became of a request for a list. */
public sealed interface HandoverEnding {

    /**
     * Made, written down, and shown to nobody but its receiver.
     *
     * @param position of its entry in the ledger
     * @param sealed CMS EnvelopedData
     */
    record Made(Handover handover, long position, byte[] sealed) implements HandoverEnding {

        /** Names receiver, purpose and entry, and no person. */
        public String fileName() {
            return "handover-%d-%s-%s.p7m".formatted(position, handover.receiver(), handover.purpose());
        }
    }

    /** Nothing was looked at and nothing left. */
    record Refused(Why why) implements HandoverEnding {}

    /** Why not. The wire names are contract. */
    enum Why {
        NO_RECEIVER("no-receiver", "接收单位名单里没有此单位，或名单文件有误", "no such receiver, or the file of receivers is wrong"),
        OTHER_PURPOSE("other-purpose", "此单位不得用于这一用途", "that receiver may not have it for that purpose"),
        CERTIFICATE("certificate", "接收单位的证书不在有效期内", "the receiver's certificate is not valid now"),
        NO_WORDS("no-words", "请写明用途，4至100字", "say what for, in 4 to 100 characters"),
        SOMEBODY(
                "somebody",
                "用途中疑有证件号码或手机号码，请删去",
                "the words seem to hold a number of a person or a telephone; take it out"),
        NOBODY("nobody", "没有可对接的人员", "there is nobody to hand over"),
        TOO_MANY("too-many", "超过一次可办理的人数，请按单位分开配置", "more people than one list may hold; configure receivers by unit");

        private final String wireName;
        private final Bilingual message;

        Why(String wireName, String zh, String en) {
            this.wireName = wireName;
            this.message = new Bilingual(zh, en);
        }

        public String wireName() {
            return wireName;
        }

        public Bilingual message() {
            return message;
        }
    }
}

package org.jianxi.gateway.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * Why evidence does not verify: the first reason in the order of {@link Reason}, with the file it is about.
 *
 * @param file its name inside the bundle, or the file given
 */
public record Failure(Reason reason, String file, String expected, String actual) {

    public Bilingual message() {
        return new Bilingual(
                "%s：%s；应为 %s，实为 %s".formatted(file, reason.said.zh(), expected, actual),
                "%s: %s; expected %s, found %s".formatted(file, reason.said.en(), expected, actual));
    }

    /** As the contract writes it. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("refusal", reason.wireName);
        tree.put("file", file);
        tree.put("expected", expected);
        tree.put("actual", actual);
        tree.put("message", Map.of("zh", message().zh(), "en", message().en()));
        return tree;
    }

    /** In the order in which they are looked for. The wire names are contract. */
    public enum Reason {
        NOT_A_BUNDLE("not-a-bundle", "不是证据包", "not an evidence bundle"),
        CONTAINER_DIFFERS("container-differs", "容器与其内容不符", "the container is not what its contents give"),
        FILE_MISSING("file-missing", "缺少文件", "a file is missing"),
        FILE_EXTRA("file-extra", "多出文件", "a file that nothing names"),
        UNREADABLE("unreadable", "读不出来", "cannot be read"),
        MANIFEST_SIGNATURE("manifest-signature", "清单的签名不成立", "the manifest's signature does not hold"),
        DIGEST_DIFFERS("digest-differs", "文件与清单中的摘要不符", "the file does not have the digest in the manifest"),
        CERTIFICATE_NOT_TRUSTED("certificate-not-trusted", "证书不是由受信任的根签发", "no trusted root issued it"),
        CERTIFICATE_NOT_VALID("certificate-not-valid", "证书在该时刻无效", "not valid at that moment"),
        CERTIFICATE_REVOKED("certificate-revoked", "证书在该时刻已吊销", "revoked at that moment"),
        CHECKPOINT_SIGNATURE("checkpoint-signature", "检查点的签名不成立", "the checkpoint's signature does not hold"),
        RECEIPT_SIGNATURE("receipt-signature", "回执的签名不成立", "the receipt's signature does not hold"),
        RECEIPT_DIFFERS("receipt-differs", "回执与台账记录不符", "receipt and ledger entry differ"),
        ENTRY_DIFFERS("entry-differs", "台账记录与证据包不符", "ledger entry and bundle differ"),
        RAW_DIFFERS("raw-differs", "原始报文与台账记录不符", "the bytes as received are not the recorded ones"),
        CANONICAL_DIFFERS("canonical-differs", "规范报表与台账记录不符", "the canonical form is not the recorded one"),
        SENDER_SIGNATURE("sender-signature", "报送单位的签名不成立", "the sender's signature does not hold"),
        INCLUSION_PROOF("inclusion-proof", "不在已签名的台账中", "not in the signed ledger"),
        LEAVES_DIFFER("leaves-differ", "数据叶与台账记录不符", "the leaves are not those recorded"),
        VERSION_MISSING("version-missing", "缺少当时所用的版本", "the version that was used is missing"),
        MAPPING_DIFFERS("mapping-differs", "重新读取原始报文，结果不同", "reading the bytes again gives something else"),
        DEADLINE_DIFFERS("deadline-differs", "期限或逾期判定不同", "the deadline or the word on lateness is another"),
        ROLLUP_DIFFERS("rollup-differs", "重新汇总，结果不同", "adding up again gives something else"),
        RETURN_DIFFERS("return-differs", "重新生成的报表与已报送的不同", "the return written again is not the one filed"),
        RETURN_SIGNATURE("return-signature", "报表的签名不成立", "the return's signature does not hold"),
        CONSISTENCY_PROOF("consistency-proof", "台账的历史被改写", "the ledger's history was rewritten"),
        TIMESTAMP("timestamp", "时间戳不成立", "the timestamp does not hold");

        private final String wireName;
        private final Bilingual said;

        Reason(String wireName, String zh, String en) {
            this.wireName = wireName;
            this.said = new Bilingual(zh, en);
        }

        public String wireName() {
            return wireName;
        }
    }
}

package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TlsMaterialTest {
    @Test
    void keepsThePrivateKeyToItself() {
        assertThat(new TlsMaterial("chain", "secret").toString())
                .isEqualTo("TlsMaterial[certificateChainPem=chain, privateKeyPem=<redacted>]");
    }
}

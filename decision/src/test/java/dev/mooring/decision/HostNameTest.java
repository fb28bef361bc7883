package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "NAS-1.Storage.Example, nas-1.storage.example",
        "nas-1.storage.example., nas-1.storage.example",
        "10.0.0.1, 10.0.0.1",
        "10.1, 10.0.0.1",
        "10.0.1, 10.0.0.1",
        "167772161, 10.0.0.1",
        "012.0.0.01, 10.0.0.1",
        "0x0A.0.0.0x1, 10.0.0.1",
        "0xa000001, 10.0.0.1",
        "255.255.255.255, 255.255.255.255",
        "FD00::0001, fd00:0:0:0:0:0:0:1",
        "[fd00::1], fd00:0:0:0:0:0:0:1",
        "fd00:0:0::1, fd00:0:0:0:0:0:0:1",
        "::, 0:0:0:0:0:0:0:0",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "[fe80::1%25eth0], fe80:0:0:0:0:0:0:1",
        "::ffff:10.0.0.1, 10.0.0.1",
        "[::FFFF:a00:1], 10.0.0.1",
        "64:ff9b::10.0.0.1, 64:ff9b:0:0:0:0:a00:1"
    })
    void hasOneSpelling(String host, String spelling) {
        assertThat(HostName.normal(host)).isEqualTo(spelling);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nas-1",
                "10.0.0.256",
                "10.0.0.0.1",
                "08.0.0.1",
                "4294967296",
                "1..2",
                "",
                "1:2:3",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4::5:6:7:8:9",
                "fd00::12345",
                "fd00::x",
                "fd00::1.2.3.256"
            })
    void whatIsNoAddressIsAName(String name) {
        assertThat(HostName.normal(name)).isEqualTo(name);
    }
}

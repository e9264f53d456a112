package org.fingerpost.formats.cfg;

import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;

/** What a config binary says: to whom, and which settings. */
public record CfgFile(MacAddress mac, PValues settings) {}

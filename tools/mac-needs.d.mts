export declare function whatMacLacks(nodeMajor: number, hasTools: boolean): string | null;

package io.ledgerbank.api.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The banks that administrators added: a fold of one stream of events, the same for whoever decides and whoever reads. */
public record BankRegister(Map<BankCode, BankProfile> banks, Map<BankCode, List<Branch>> branches) {

    /** The stream. */
    public static final String STREAM = "banks";

    public static final BankRegister EMPTY = new BankRegister(Map.of(), Map.of());

    public Optional<BankProfile> profileOf(BankCode bank) {
        return Optional.ofNullable(banks.get(bank));
    }

    public List<Branch> branchesOf(BankCode bank) {
        return branches.getOrDefault(bank, List.of());
    }

    public List<Bank> all() {
        return banks.entrySet().stream()
                .map(entry -> Bank.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** After one more event of the stream. */
    public BankRegister after(BankEvent event) {
        return switch (event) {
            case BankAdded added -> with(added.bank(), added.profile());
            case BankChanged changed -> with(changed.bank(), changed.profile());
            case BranchAdded added -> with(added.bank(), added.branch());
        };
    }

    private BankRegister with(BankCode bank, BankProfile profile) {
        Map<BankCode, BankProfile> changed = new LinkedHashMap<>(banks);
        changed.put(bank, profile);
        return new BankRegister(changed, branches);
    }

    private BankRegister with(BankCode bank, Branch branch) {
        Map<BankCode, List<Branch>> changed = new LinkedHashMap<>(branches);
        List<Branch> all = new ArrayList<>(branchesOf(bank));
        all.add(branch);
        changed.put(bank, List.copyOf(all));
        return new BankRegister(banks, changed);
    }
}

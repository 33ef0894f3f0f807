//! The tenant-wide roles of Microsoft Entra ID, which `wids` names by template ID.

/// A role that is built into every tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntraRole {
    /// In lower case, the same in every tenant.
    pub template_id: &'static str,
    pub name: &'static str,
}

const fn role(template_id: &'static str, name: &'static str) -> EntraRole {
    EntraRole { template_id, name }
}

/// May do everything in the tenant.
pub const GLOBAL_ADMINISTRATOR: EntraRole = role("62e90394-69f5-4237-9190-012177145e10", "Global Administrator");

/// "Microsoft Entra built-in roles", 2026-01-20, and the roles of ordinary users and guests, which cannot be assigned.
/// Sorted by ID.
#[rustfmt::skip]
const ROLES: &[EntraRole] = &[
    role("0526716b-113d-4c15-b2c8-68e3c22b9f80", "Authentication Policy Administrator"),
    role("0964bb5e-9bdb-4d7b-ac29-58e794862a40", "Search Administrator"),
    role("0f971eea-41eb-4569-a71e-57bb8a3eff1e", "External ID User Flow Attribute Administrator"),
    role("10dae51f-b6af-4016-8d66-8c2a99b929b3", "Guest User"),
    role("112ca1a2-15ad-4102-995e-45b0bc479a6a", "Tenant Creator"),
    role("11451d60-acb2-45eb-a7d6-43d0f0125c13", "Windows 365 Administrator"),
    role("11648597-926c-4cf3-9c36-bcebb0ba8dcc", "Power Platform Administrator"),
    role("1501b917-7653-4ff9-a4b5-203eaf33784f", "Microsoft Hardware Warranty Administrator"),
    role("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator"),
    role("17315797-102d-40b4-93e0-432062caca18", "Compliance Administrator"),
    role("194ae4cb-b126-40b2-bd5b-6091b380977d", "Security Administrator"),
    role("1a7d78b6-429f-476b-b8eb-35fb715fffd4", "SharePoint Embedded Administrator"),
    role("1d336d2c-4ae8-42ef-9711-b3604ce3fc2c", "Attribute Definition Reader"),
    role("25a516ed-2fa0-40ea-a2d0-12923a21473a", "Authentication Extensibility Administrator"),
    role("25df335f-86eb-4119-b717-0ff02de207e9", "Insights Analyst"),
    role("29232cdf-9323-42fd-ade2-1d097af3e4de", "Exchange Administrator"),
    role("2af84b1e-32c8-42b7-82bc-daa82404023b", "Restricted Guest User"),
    role("2b745bdf-0803-4d80-aa65-822c4493daac", "Office Apps Administrator"),
    role("31392ffb-586c-42d1-9346-e59415a2cc4e", "Exchange Recipient Administrator"),
    role("31e939ad-9672-4796-9c2e-873181342d2d", "Insights Business Leader"),
    role("32696413-001a-46ae-978c-ce0f6b3620d2", "Windows Update Deployment Administrator"),
    role("38a96431-2bdf-4b4c-8b6e-5d3d8abac1a4", "Desktop Analytics Administrator"),
    role("3a2c62db-5318-420d-8d74-23affee5d9d5", "Intune Administrator"),
    role("3d762c5a-1b6c-493f-843e-55a3b42923d4", "Teams Devices Administrator"),
    role("3edaf663-341e-4475-9f94-5c398ef6c070", "B2C IEF Policy Administrator"),
    role("3f1acade-1e04-4fbc-9b69-f0302cd84aef", "Edge Administrator"),
    role("44367163-eba1-44c3-98af-f5787879f96a", "Dynamics 365 Administrator"),
    role("45d8d3c5-c802-45c6-b32a-1d70b5e1e86e", "Identity Governance Administrator"),
    role("4a5d8f65-41da-4de4-8968-e035b65339cf", "Reports Reader"),
    role("4ba39ca4-527c-499a-b93d-d9b492c50246", "Partner Tier1 Support"),
    role("4d6ac14f-3453-41d0-bef9-a3e0c569773a", "License Administrator"),
    role("507f53e4-4e52-4077-abd3-d2e1558b6ea2", "Organizational Messages Writer"),
    role("58a13ea3-c632-46ae-9ee0-9c0d43cd7f3d", "Attribute Assignment Administrator"),
    role("59d46f88-662b-457b-bceb-5c3809e5908f", "Lifecycle Workflows Administrator"),
    role("5c4f9dcd-47dc-4cf7-8c9a-9e4207cbfc91", "Customer LockBox Access Approver"),
    role("5d6b6bb7-de71-4623-b4af-96380a352509", "Security Reader"),
    role("5f2222b1-57c3-48ba-8ad5-d4759f1fde6f", "Security Operator"),
    GLOBAL_ADMINISTRATOR,
    role("644ef478-e28f-4e28-b9dc-3fdde9aa0b1f", "Printer Administrator"),
    role("69091246-20e8-4a56-aa4d-066075b2a7a8", "Teams Administrator"),
    role("6e591065-9bad-43ed-90f3-e9424366d2f0", "External ID User Flow Administrator"),
    role("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"),
    role("7495fdc4-34c4-4d15-a289-98788ce399fd", "Azure Information Protection Administrator"),
    role("74ef975b-6605-40af-a5d2-b9539d836353", "Kaizala Administrator"),
    role("75934031-6c7e-415a-99d7-48dbd49e875e", "Usage Summary Reports Reader"),
    role("75941009-915a-4869-abe7-691bff18279e", "Skype for Business Administrator"),
    role("7698a772-787b-4ac8-901f-60d6b08affd2", "Cloud Device Administrator"),
    role("790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b", "Message Center Reader"),
    role("7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "Privileged Authentication Administrator"),
    role("810a2642-a034-447f-a5e8-41beaa378541", "Yammer Administrator"),
    role("8329153b-31d0-4727-b945-745eb3bc5f31", "Domain Name Administrator"),
    role("8424c6f0-a189-499e-bbd0-26c1753c96d4", "Attribute Definition Administrator"),
    role("87761b17-1ed2-4af3-9acd-92a150038160", "Viva Pulse Administrator"),
    role("8835291a-918c-4fd7-a9ce-faa49f0cf7d9", "Search Editor"),
    role("88d8e3e3-8f55-4a1e-953a-9b9898b8876b", "Directory Readers"),
    role("892c5842-a9a6-463a-8041-72aa08ca3cf6", "Cloud App Security Administrator"),
    role("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2", "Hybrid Identity Administrator"),
    role("92b086b3-e367-4ef2-b869-1de128fb986e", "Viva Goals Administrator"),
    role("9360feb5-f418-4baa-8175-e2a00bac4301", "Directory Writers"),
    role("95e79109-95c0-4d8e-aee3-d01accf2d47b", "Guest Inviter"),
    role("963797fb-eb3b-4cde-8ce3-5878b3f32a3f", "Dynamics 365 Business Central Administrator"),
    role("966707d0-3269-4727-9be2-8c3a10f19b9d", "Password Administrator"),
    role("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator"),
    role("9c6df0f2-1e7c-4dc3-b195-66dfbd24aa8f", "Attack Payload Author"),
    role("9f06204d-73c1-4d4c-880a-6edb90606fd8", "Microsoft Entra Joined Device Local Administrator"),
    role("a9ea8996-122f-4c74-9520-8edcd192826c", "Fabric Administrator"),
    role("aa38014f-0993-46e9-9b45-30501a20909d", "Teams Telephony Administrator"),
    role("aaf43236-0c0d-4d5f-883a-6955382ac081", "B2C IEF Keyset Administrator"),
    role("ac16e43d-7b2d-40e0-ac05-243ff356ab5b", "Message Center Privacy Reader"),
    role("ac434307-12b9-4fa1-a708-88bf58caabc1", "Global Secure Access Administrator"),
    role("af78dc32-cf4d-46f9-ba4e-4428526346b5", "Permissions Management Administrator"),
    role("b0f54661-2d74-4c50-afa3-1ec803f12efe", "Billing Administrator"),
    role("b1be1c3e-b65d-4f19-8427-f6fa0d97feb9", "Conditional Access Administrator"),
    role("b5a8dcf3-09d5-43a9-a639-8e29ef291470", "Knowledge Administrator"),
    role("b79fbf4d-3ef9-4689-8143-76b194e85509", "User, as every member"),
    role("baf37b3a-610e-45da-9e62-d9d1e5e8914b", "Teams Communications Administrator"),
    role("be2f45a1-457d-42af-a067-6ec1fa63bc45", "External Identity Provider Administrator"),
    role("c430b396-e693-46cc-96f3-db01bf8bb62a", "Attack Simulation Administrator"),
    role("c4e39bd9-1100-46d3-8c65-fb160da0071f", "Authentication Administrator"),
    role("cf1c38e5-3621-4004-a7cb-879624dced7c", "Application Developer"),
    role("d2562ede-74db-457e-a7b6-544e236ebb61", "AI Administrator"),
    role("d29b2b05-8046-44ba-8758-1e26182fcf32", "Directory Synchronization Accounts"),
    role("d37c8bed-0711-4417-ba38-b4abe66ce4c2", "Network Administrator"),
    role("db506228-d27e-4b7d-95e5-295956d6615f", "Agent ID Administrator"),
    role("e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8", "Partner Tier2 Support"),
    role("e300d9e7-4a2b-4295-9eff-f1c78b36cc98", "Virtual Visits Administrator"),
    role("e3973bdf-4987-49ae-837a-ba8e231c7286", "Azure DevOps Administrator"),
    role("e6d1a23a-da11-4be4-9570-befc86d067a7", "Compliance Data Administrator"),
    role("e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator"),
    role("e8cef6f1-e4bd-4ea8-bc07-4b8d950f4477", "Printer Technician"),
    role("eb1f4a8d-243a-41f0-9fbd-c7cdf6c5ef7c", "Insights Administrator"),
    role("f023fd81-a637-4b56-95fd-791ac0226033", "Service Support Administrator"),
    role("f28a1f50-f6e7-4571-818b-6a12f2af6b6c", "SharePoint Administrator"),
    role("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"),
    role("f70938a0-fc10-4177-9e90-2178f8765737", "Teams Communications Support Engineer"),
    role("fcf91098-03e3-41a9-b5ba-6f0ec8188a12", "Teams Communications Support Specialist"),
    role("fdd7a751-b60b-444a-984c-02652fe8fa1c", "Groups Administrator"),
    role("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"),
    role("ffd52fa5-98dc-465c-991d-fc073eb59f8f", "Attribute Assignment Reader"),
];

/// The role with this template ID, in any case.
pub fn entra_role(template_id: &str) -> Option<&'static EntraRole> {
    let wanted = template_id.to_ascii_lowercase();
    let at = ROLES.binary_search_by(|role| role.template_id.cmp(&wanted)).ok()?;
    ROLES.get(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_sorted_and_written_as_uuids() {
        assert!(ROLES.is_sorted_by(|before, after| before.template_id < after.template_id));
        for EntraRole { template_id, name } in ROLES {
            let lengths: Vec<_> = template_id.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12], "{name}");
            assert!(template_id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-')), "{name}");
        }
    }

    #[test]
    fn finds_roles_by_id() {
        let name = |id: &str| entra_role(id).map(|role| role.name);
        assert_eq!(name("62E90394-69F5-4237-9190-012177145E10"), Some("Global Administrator"));
        assert_eq!(name("f2ef992c-3afb-46b9-b7cf-a126ee74c451"), Some("Global Reader"));
        assert_eq!(name("b79fbf4d-3ef9-4689-8143-76b194e85509"), Some("User, as every member"));
        for unknown in ["", "62e90394", "62e90394-69f5-4237-9190-012177145e11"] {
            assert_eq!(name(unknown), None, "{unknown}");
        }
    }
}
